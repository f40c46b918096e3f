package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions that ask for a claim's terms. */
class ClozeTest {

    @Test
    void eachTermIsAskedFor() {
        String claim = "A Dutch ship carried Napoleon's 80 men to Elba on Sunday.";
        List<Word> words = Word.of(claim);
        assertThat(Terms.of(words).stream().map(term -> Cloze.asking(term, claim, words)))
                .containsExactly(
                        "Which ship carried Napoleon's 80 men to Elba on Sunday?",
                        "A Dutch ship carried whose 80 men to Elba on Sunday?",
                        "A Dutch ship carried Napoleon's how many men to Elba on Sunday?",
                        "A Dutch ship carried Napoleon's 80 men to whom on Sunday?",
                        "A Dutch ship carried Napoleon's 80 men to Elba when?");
    }
}
