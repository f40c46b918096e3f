package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a name, a number or a date, and whether another text has it. */
class TermsTest {

    private static List<String> terms(String text) {
        return Terms.of(text).stream()
                .map(term -> term.kind() + " " + term.span().of(text))
                .toList();
    }

    @Test
    void namesNumbersAndDatesAreFound() {
        assertThat(terms("On Tuesday the Bank of England lent 1,200 traders eighty-seven million in March 2014."))
                .containsExactly(
                        "DATE Tuesday",
                        "NAME Bank of England",
                        "NUMBER 1,200",
                        "NUMBER eighty-seven million",
                        "DATE March",
                        "DATE 2014");
    }

    @Test
    void aCapitalAtTheStartOfASentenceIsNoNameByThatAlone() {
        assertThat(terms("The bridge fell. Boats were lost; one of them sank.")).containsExactly("OPENING Boats");
        assertThat(terms("Working groups met. Angela Merkel came."))
                .containsExactly("OPENING Working", "NAME Angela Merkel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He met Nikki Haley | Haley spoke",
                "It was in the US | the United States agreed",
                "It was in the U.S. | a USA official",
                "the United States | a U.S. envoy",
                "an American envoy | the U.S. envoy",
                "the Syrian war | war in Syria",
                "the French army | the army of France",
                "in Russia | the Russian Federation",
                "the UN council | the United Nations met",
                "by François Hollande | by Francois Hollande",
                "by the Russians | Russia's army",
                "the Western powers | the powers of the West",
                "it cost 87 pounds | it cost eighty-seven pounds",
                "it cost 1.5 million | it cost 1,500,000",
                "lost 20% of it | lost twenty percent",
                "came on Monday | on Mon they came"
            })
    void oneThingUnderTwoNamesIsOne(String claim, String text) {
        MentionedTerms mentions = new MentionedTerms(text);
        assertThat(Terms.of(claim)).isNotEmpty().allMatch(mentions::mentions);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He met Samantha Power | Nikki Haley spoke",
                "in Austria | in Australia",
                "the Iranian army | the army of Iraq",
                "with the EU | with the UN",
                "it cost 78 pounds | it cost 87 pounds",
                "it cost 870 pounds | it cost 87 pounds",
                "came on Tuesday | came on Wednesday",
                "came in 2004 | came in 2014",
                "the US | he told us"
            })
    void anotherThingIsNot(String claim, String text) {
        MentionedTerms mentions = new MentionedTerms(text);
        assertThat(Terms.of(claim)).isNotEmpty().noneMatch(mentions::mentions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2100 left", "\u2150\u0300 left"})
    void aCharacterThatStandsForSeveralWordsIsOne(String text) {
        assertThat(Word.of(text)).extracting(Word::text).containsExactly(text.substring(0, text.indexOf(' ')), "left");
    }

    @Property
    void everyTermStandsWhereItSays(@ForAll String text) {
        for (Word word : Word.of(text)) {
            assertThat(word.span().of(text)).isEqualTo(word.text());
        }
        int end = 0;
        for (Term term : Terms.of(text)) {
            assertThat(term.span().start()).isGreaterThanOrEqualTo(end);
            end = term.span().end();
            assertThat(end).isLessThanOrEqualTo(text.length());
        }
    }

    @Property
    void whatATextNamesItMentions(@ForAll String text) {
        MentionedTerms mentions = new MentionedTerms(text);
        assertThat(Terms.of(text)).allMatch(mentions::mentions);
    }
}
