package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.passage.Passage;
import dev.footnote.passage.PassageSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleWordsTest {

    private static final String TEXT =
            """
            # Garden rules

            Everyone is welcome.

            ## Water

            The tap is on from May.

            | Month | Hours |
            |---|---|
            | May | two |

            Can I bring a dog?

            Only on a lead, and no dog may swim.""";

    private static final ArticleWords ARTICLE = new ArticleWords("Garden rules", TEXT);

    private static final List<Passage> PASSAGES =
            new PassageSplitter(text -> text.split("\\s+").length, 120).split(TEXT);

    private static Passage at(String words) {
        return PASSAGES.stream()
                .filter(passage -> passage.span().of(TEXT).contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPassageIsReadAfterTitleAndHeading() {
        assertThat(ARTICLE.surroundings(at("The tap"), "Who has the key?")).isEqualTo("Garden rules. Water. ");
        assertThat(ARTICLE.surroundings(at("Everyone"), "Who has the key?")).isEqualTo("Garden rules. ");
        assertThat(ARTICLE.surroundings(at("Garden rules"), "Who has the key?")).isEmpty();
    }

    @Test
    void aTitleThatHasAllThatIsAskedIsNotReadBefore() {
        assertThat(ARTICLE.surroundings(at("The tap"), "Who opens the garden?")).isEqualTo("Garden rules. Water. ");
        assertThat(ARTICLE.surroundings(at("The tap"), "What are the garden rules?"))
                .isEqualTo("Water. ");
    }

    @Test
    void aRowIsReadAfterTheFirstRowOfItsTable() {
        assertThat(ARTICLE.surroundings(at("May |"), "Who has the key?"))
                .isEqualTo("Garden rules. Water. Month | Hours\n");
    }

    @Test
    void headingsAreToldFromSentences() {
        assertThat(ARTICLE.isHeading(at("Water"))).isTrue();
        assertThat(ARTICLE.isHeading(at("Everyone"))).isFalse();
        assertThat(ARTICLE.isHeading(at("May |"))).isFalse();
    }

    @Test
    void aQuestionStandsAboveItsAnswer() {
        assertThat(ARTICLE.isHeading(at("bring a dog"))).isTrue();
        assertThat(ARTICLE.surroundings(at("Only on"), "Who has the key?"))
                .isEqualTo("Garden rules. Can I bring a dog? ");
    }

    @Test
    void rareWordsWeighMore() {
        assertThat(ARTICLE.weight("lead")).isGreaterThan(ARTICLE.weight("dog"));
        assertThat(ARTICLE.hasWord("dog")).isTrue();
        assertThat(ARTICLE.hasWord("cat")).isFalse();
    }
}
