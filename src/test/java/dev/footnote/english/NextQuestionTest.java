package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextQuestionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What next?",
                "and then?",
                "Then what?",
                "what’s next",
                "ok, go on please",
                "What happened after that?"
            })
    void asksForWhatFollows(String question) {
        assertThat(NextQuestion.asks(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "and", "Who is next?", "What happens next year?", "What did Ann do next?", "Why?"})
    void asksForSomethingElse(String question) {
        assertThat(NextQuestion.asks(question)).isFalse();
    }
}
