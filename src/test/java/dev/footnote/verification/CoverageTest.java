package dev.footnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.Terms;
import dev.footnote.english.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static Coverage of(String claim, String text) {
        List<Word> words = Word.of(claim);
        return Coverage.of(words, Terms.of(words), new Alignment(words, Word.of(text)));
    }

    @Test
    void namesAndNumbersAreNoPlainWords() {
        Coverage coverage = of("In May Ann Lee sold 40 red boats.", "Ann Lee sold boats.");

        assertThat(coverage.plain()).isEqualTo(3);
        assertThat(coverage.lacking()).isEqualTo(1);
        assertThat(coverage.covered()).isEqualTo(4);
    }

    @Test
    void wordsOfGrammarDoNotCount() {
        assertThat(of("It was of the", "Nothing")).isEqualTo(new Coverage(0, 0, 0));
    }
}
