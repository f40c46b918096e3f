package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The pier was closed because it had rotted.",
                "This is why a team set out to count them.",
                "The gate was lowered so that nobody fell.",
                "Frost led to the loss of the crop."
            })
    void aReasonIsGiven(String sentence) {
        assertThat(ReasonWords.giveReason(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They warmed it by slowly turning the wheel.",
                "He opened it by pulling the lever.",
                "She measured it using a rope."
            })
    void aWayIsTold(String sentence) {
        assertThat(ReasonWords.tellWay(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The pier was closed in May.", "He stood by the river.", "It is a causeway."})
    void neitherIsSeenWhereNoWordSaysSo(String sentence) {
        assertThat(ReasonWords.giveReason(sentence)).isFalse();
        assertThat(ReasonWords.tellWay(sentence)).isFalse();
    }
}
