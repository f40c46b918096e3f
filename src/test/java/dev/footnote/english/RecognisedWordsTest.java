package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the small word lists and patterns of English take, and what they leave. */
class RecognisedWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It opened on Monday.",
                "It opened in May 1998.",
                "It was 3 May.",
                "It opened in 1998.",
                "It opened last week.",
                "It closed three years ago.",
                "It was the 19th century.",
                "The mill (1874) is red.",
                "Yesterday it rained."
            })
    void aTimeIsSeen(String sentence) {
        assertThat(TimeMentions.isIn(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It may rain.", "It has 1998 rooms.", "About 1500 people came.", "The next house is red."})
    void otherNumbersAndWordsAreNoTime(String sentence) {
        assertThat(TimeMentions.isIn(sentence)).isFalse();
    }

    @Test
    void sentencesThatPointBackAreTold() {
        assertThat(PointingWords.open("They left.")).isTrue();
        assertThat(PointingWords.open("This is new.")).isTrue();
        assertThat(PointingWords.open("Theyville is new.")).isFalse();
        assertThat(PointingWords.open("Lund is where they live.")).isFalse();
        assertThat(PointingWords.isIn("What did HE say?")).isTrue();
        assertThat(PointingWords.isIn("What did Ann say?")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The article does not mention a price. | true",
                "The sentences don't say. | true",
                "No information is given. | true",
                "It is unable to tell. | true",
                "The price is not high. | false",
                "They say that it rained. | false"
            })
    void absenceIsTold(String sentence, boolean absent) {
        assertThat(AbsenceStatement.isOne(sentence)).isEqualTo(absent);
    }

    @Test
    void bylinesAreTold() {
        assertThat(AuthorshipWords.areBeforeName("words by ")).isTrue();
        assertThat(AuthorshipWords.areBeforeName("by: ")).isTrue();
        assertThat(AuthorshipWords.areBeforeName("stand by me ")).isFalse();
        assertThat(AuthorshipWords.removedBeforeName("Written by Ann Lee")).isEqualTo("Ann Lee");
        assertThat(AuthorshipWords.removedBeforeName("Author: Ann Lee")).isEqualTo("Ann Lee");
        assertThat(AuthorshipWords.removedBeforeName("Byron Lee")).isEqualTo("Byron Lee");
    }

    @Test
    void clausesAreParted() {
        assertThat(ClauseWords.opensCircumstance("while")).isTrue();
        assertThat(ClauseWords.opensCircumstance("despite")).isTrue();
        assertThat(ClauseWords.opensCircumstance("house")).isFalse();
        assertThat(ClauseWords.startsClause("because")).isTrue();
        assertThat(ClauseWords.startsClause("of")).isFalse();
        assertThat(ClauseWords.leavesOpen("the")).isTrue();
        assertThat(ClauseWords.leavesOpen("house")).isFalse();
        assertThat(ClauseWords.ordersInTime("after")).isTrue();
        assertThat(ClauseWords.ordersInTime("during")).isFalse();
    }

    @Test
    void questionsThatGoOnAreTold() {
        assertThat(QuestionGrammar.continues("And then?")).isTrue();
        assertThat(QuestionGrammar.continues("\"What about Ann?\"")).isTrue();
        assertThat(QuestionGrammar.continues("Andrew who?")).isFalse();
        assertThat(QuestionGrammar.withoutExistentialThere("Is there a bridge?"))
                .isEqualTo("is a bridge?");
        assertThat(QuestionGrammar.withoutExistentialThere("Who lives there?")).isEqualTo("Who lives there?");
    }

    @Test
    void smallListsHoldWhatTheyAreFor() {
        assertThat(Measures.hasPowers("km")).isTrue();
        assertThat(Measures.hasPowers("dollar")).isFalse();
        assertThat(Inflection.isEnding("ING")).isTrue();
        assertThat(Inflection.isEnding("ist")).isFalse();
        assertThat(NameConnectors.areAll(", ")).isTrue();
        assertThat(NameConnectors.areAll(" and the ")).isTrue();
        assertThat(NameConnectors.areAll(" met ")).isFalse();
        assertThat(SubjectWords.endsLikeAdjective("wonderful")).isTrue();
        assertThat(SubjectWords.endsLikeAdjective("red")).isFalse();
        assertThat(QuestionWords.isOrder("explain")).isTrue();
        assertThat(QuestionWords.isOrder("why")).isFalse();
    }
}
