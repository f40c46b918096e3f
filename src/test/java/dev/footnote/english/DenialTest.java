package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether one text denies what another says. */
class DenialTest {

    private static boolean contradict(String claim, String text) {
        return new Denial(Word.of(claim)).contradicts(new Denial(Word.of(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The king did not sign the treaty. | The king signed the treaty.",
                "He was surprised by the result. | He said he was not surprised by the result.",
                "They have no mandate to search. | They have the mandate to search.",
                "The origin is known. | The origin is unknown.",
                "The law was adopted. | The law failed to be adopted."
            })
    void theContraryIsSeen(String claim, String text) {
        assertThat(contradict(claim, text)).isTrue();
        assertThat(contradict(text, claim)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The king signed the treaty. | The king signed the treaty and did not leave.",
                "He did not sign it. | He refused to sign it.",
                "He was not surprised. | The mayor was not surprised by the result.",
                "The bridge was built. | Nobody knows when the bridge was built."
            })
    void aDenialOfSomethingElseIsNone(String claim, String text) {
        assertThat(contradict(claim, text)).isFalse();
    }
}
