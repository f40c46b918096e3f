package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortQuestionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why",
                "Why?",
                "and why?",
                "But how so?",
                "so who else?",
                "By whom?",
                "what did he say?",
                "When was she elected?",
                "How old is she?",
                "how long did it take",
                "Where are they?",
                "and what did they do then?"
            })
    void asksForMore(String text) {
        assertThat(ShortQuestion.asksForMore(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "thanks",
                "are you sure?",
                "is that right?",
                "How are you?",
                "why is it so?",
                "how do they know that is true?",
                "Why did the council close the old bridge?",
                "What did he say about the closed bridge?",
                "did he say?",
                "how is",
                "who wrote it"
            })
    void doesNot(String text) {
        assertThat(ShortQuestion.asksForMore(text)).isFalse();
    }
}
