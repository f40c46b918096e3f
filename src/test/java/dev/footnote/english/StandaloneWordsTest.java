package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.text.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandaloneWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The bridge cost 45 million euros to build.|45|45 million euros",
                "The bridge cost 45 million euros to build.|million|45 million euros",
                "It sold for $45 million in May.|45|$45 million",
                "Between 30 and 40 boats lie there.|30|Between 30 and 40 boats",
                "Some say between 30 and 40 boats lie there.|40|between 30 and 40 boats",
                "It rose from 30 to 40 boats.|40|30 to 40 boats",
                "Some 40 per cent of them came.|40|40 per cent",
                "Some 40 per cent of them came.|per cent|40 per cent",
                "Some 40 per cent of them came.|cent|40 per cent",
                "He found 20 and 30 of them.|30|30",
                "Sales fell 4 percent in spring.|4|4 percent",
                "Sales fell 4.5% in spring.|4.5|4.5%",
                "It expects 880 to 900 million crowns.|900|880 to 900 million crowns",
                "The vote is on Thursday, 14 March 2019, at noon.|March|Thursday, 14 March 2019",
                "It was opened by Foreign Minister Ann Lee.|Lee|Foreign Minister Ann Lee",
                "It was opened by Ann Lee.|by Ann|Ann Lee",
                "The once-fringe party won.|fringe|once-fringe",
                "Lee, who studied at the University of Oslo, won.|University|University of Oslo",
                "The town engineer resigned.|engineer|The town engineer",
                "She called it “a cure that will kill the patient” then.|a cure that will kill|“a cure that will kill the patient”",
                "The ferry (58 passengers) sank.|(58 passengers|58 passengers",
                "The ship left at 6.40 a.m. on Saturday.|6.40|6.40 a.m.",
                "The ferry sank in the harbour and nobody drowned.|in the harbour and|in the harbour",
                "It was painted by Vincent van Gogh.|Gogh|Vincent van Gogh",
                "Ludwig van Beethoven wrote it.|Ludwig|Ludwig van Beethoven",
                "He led the Bank of North England.|England|Bank of North England",
                "He met the ambassador to the UN Ann Lee.|Lee|Lee",
                "On Tuesday Lee resigned.|Lee|Lee",
                "Yesterday Lee resigned.|Lee|Lee",
                "Ann, Bo and Cy came.|Bo|Bo",
                "The prize went to Mrs. Lee.|Lee|Mrs. Lee",
                "They had met Anna. Lee left.|Lee|Lee",
                "It opened on March 14, 2019.|2019|March 14, 2019",
                "They wrote down 14, 2019 and 7.|2019|2019",
                "It was counted in June, 45 people came.|June|June",
                "It cost US$45 in May.|45|US$45",
                "It was 30° in May.|30|30°",
                "She moved to the U.S. in May.|U.S|U.S.",
                "They lack vitamin C. It is rare.|C|C",
                "Pages 30–40 are lost.|30|30–40",
                "About 3/4 of it is lost.|3|3/4",
                "The club has 45,000 members.|45|45,000 members",
                "It was O'Brien who resigned.|O|O'Brien",
                "They burned Lee's house.|Lee|Lee",
                "The ferry (58 passengers) sank.|58 passengers) sank|(58 passengers) sank",
                "The ferry (58 passengers) sank.|ferry (58|ferry (58 passengers)",
                "She shouted \"stop now\" twice.|shouted \"stop|shouted \"stop now\"",
                "She shouted \"stop now\" twice.|now\" twice|\"stop now\" twice",
                "He said “old boats sank early” then.|old boats sank early|“old boats sank early”",
                "He wrote “old boats sank” there.|old boats sank|old boats sank",
                "Opened in 1911 by the town|1911|1911",
            })
    void takesInWhatBelongsToTheWords(String sentence, String words, String expected) {
        assertThat(shown(sentence, words, "What about it?")).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He resigned in May.|He|Who resigned?",
                "It has a history of bad loans.|history|What is it?",
                "The mine was closed in May.|The mine was|What was closed?",
                "The mine in Hamar was closed.|The mine|When was the mine closed?",
                "Who paid for the bridge?|the bridge|What was paid for?",
                "How the mine was closed|the mine|What was closed?",
                "She shouted \"stop now.|shouted \"stop|What did she do?",
                "Where the boats of the old harbour lie in the winter months|the winter months|When do they lie there?",
            })
    void showsTheSentenceWhereWordsAloneSayNothing(String sentence, String words, String question) {
        assertThat(shown(sentence, words, question)).isEmpty();
    }

    @Test
    void aLineOfMoreWordsThanAHeadingHasIsASentence() {
        String line = "Where the boats of the old harbour lie in the cold winter months";

        assertThat(shown(line, "the cold winter months", "When do they lie there?"))
                .contains("the cold winter months");
    }

    @Test
    void aWordOfTheQuestionAnswersWhereTheQuestionOffersIt() {
        String sentence = "The door was red.";

        assertThat(shown(sentence, "red", "Was the door red or blue?")).contains("red");
        assertThat(shown(sentence, "red", "Was the door red?")).isEmpty();
    }

    @Test
    void moreWordsThanOneReadsAtAGlanceAreShownAsTheSentence() {
        String words = "alpha ".repeat(24) + "alpha";

        assertThat(shown("They saw " + words + ".", words, "What?")).contains(words);
        assertThat(shown("They saw " + words + " alpha.", words + " alpha", "What?"))
                .isEmpty();
    }

    /** The words of two cells of a row say nothing together. */
    @Test
    void endsWithTheCell() {
        String row = "| Steady red | The hopper is empty | Fill the hopper with grain |";

        assertThat(shown(row, "The hopper is empty | Fill the hopper with grain", "What does it mean?"))
                .contains("The hopper is empty");
        assertThat(shown("Erik Dahl\t24 men\t1911", "24 men\t1911", "How many?"))
                .contains("24 men");
    }

    @Test
    void offsetsAreOfTheArticle() {
        String text = "Nothing here. Prices rose 7 percent.";
        Span sentence = new Span(14, text.length());
        int at = text.indexOf('7');
        Span place = StandaloneWords.of(text, sentence, new Span(at, at + 1), "How much did prices rise?")
                .orElseThrow();
        assertThat(place.of(text)).isEqualTo("7 percent");
    }

    @Test
    void beginsWithACapitalLetter() {
        assertThat(StandaloneWords.capitalised("the ferry")).isEqualTo("The ferry");
        assertThat(StandaloneWords.capitalised("iPhone sales")).isEqualTo("iPhone sales");
        assertThat(StandaloneWords.capitalised("45 euros")).isEqualTo("45 euros");
    }

    private static Optional<String> shown(String sentence, String words, String question) {
        int at = sentence.indexOf(words);
        return StandaloneWords.of(sentence, new Span(0, sentence.length()), new Span(at, at + words.length()), question)
                .map(span -> span.of(sentence));
    }
}
