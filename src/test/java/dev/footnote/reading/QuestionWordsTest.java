package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.AnswerType;
import dev.footnote.english.QuestionWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question's own words tell: its parts, whether it wants yes or no, and what kind of words can answer it. */
class QuestionWordsTest {

    @Test
    void aQuestionWithTwoQuestionWordsIsTwoQuestions() {
        assertThat(QuestionParts.of("Which bridge fell, and whose ship hit it that night?"))
                .containsExactly("Which bridge fell?", "whose ship hit it that night?");
        assertThat(QuestionParts.of("When did it open? Who paid for the tower?"))
                .containsExactly("When did it open?", "Who paid for the tower?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who met Ann and Ben in Paris?",
                "What did she say about when it ends?",
                "and when?",
                "Where and when?",
                "Who knows what will happen?"
            })
    void oneQuestionStaysWhole(String question) {
        assertThat(QuestionParts.of(question)).isEqualTo(List.of(question));
    }

    @Test
    void severalWhoAreNamedAreAskedOneByOne() {
        assertThat(QuestionParts.named("What did each say about the bridge: Ann Lee, Ben and Cem?"))
                .extracting(QuestionParts.Part::question)
                .containsExactly(
                        "What did Ann Lee say about the bridge?",
                        "What did Ben say about the bridge?",
                        "What did Cem say about the bridge?");
        assertThat(QuestionParts.named("Ann, Ben: what did they say?"))
                .extracting(QuestionParts.Part::question)
                .containsExactly("what did Ann say?", "what did Ben say?");
        assertThat(QuestionParts.named("What did Ann and Ben each say?"))
                .containsExactly(
                        new QuestionParts.Part("What did Ann say?", "Ann"),
                        new QuestionParts.Part("What did Ben say?", "Ben"));
        assertThat(QuestionParts.named("What did each of the towns pay for the bridge?"))
                .extracting(QuestionParts.Part::name)
                .containsExactly("");
        assertThat(QuestionParts.named("When did they meet at 10:30?")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Which two leaders met?, true",
        "List the cities., true",
        "What countries are named?, true",
        "Which city is it?, false",
        "Who opened it?, false"
    })
    void severalItemsAreWantedWhereTheWordsSaySo(String question, boolean several) {
        assertThat(QuestionParts.asksForSeveral(question)).isEqualTo(several);
    }

    @ParameterizedTest
    @CsvSource({
        "Did it rain?, true",
        "'According to the mayor, has the bridge been mended?', true",
        "Isn't it closed?, true",
        "Who did it?, false",
        "What is it?, false",
        "Is?, false"
    })
    void yesOrNoIsWantedWhereAnAuxiliaryLeads(String question, boolean yesNo) {
        assertThat(YesNo.isYesNo(question)).isEqualTo(yesNo);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many ships sank? | three ships | true",
                "How many ships sank? | the harbour | false",
                "When did it open? | last spring | true",
                "What year was it? | 1931 | true",
                "When did it open? | the mayor | false",
                "Who opened it? | the Queen | true",
                "Who opened it? | a ferry | false",
                "Why did it close? | storms | true"
            })
    void wordsOfTheWrongKindAreDoubted(String question, String words, boolean admitted) {
        assertThat(AnswerType.of(question).admits(words)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old bridge closure", "Ann Lee interview", "us russia ties"})
    void aBareTopicAsksNothing(String topic) {
        assertThat(QuestionWords.areTopic(topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the bridge?",
                "who built it",
                "whats the toll",
                "what's new",
                "is it open",
                "isn't it open",
                "tell me about the bridge",
                "they can cross it",
                ""
            })
    void whatAsksOrOrdersIsNoTopic(String text) {
        assertThat(QuestionWords.areTopic(text)).isFalse();
    }
}
