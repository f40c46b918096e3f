package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of questions and answers. */
class StatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who vetoed the resolution? | Russia | Russia vetoed the resolution.",
                "What is the capital of France? | Paris | The capital of France is Paris.",
                "When was the tower opened? | 1889 | The tower was opened 1889.",
                "Who was elected president? | Lincoln | Lincoln was elected president.",
                "In which city did the king sign it? | Ghent | The king sign it In Ghent."
            })
    void questionAndAnswerBecomeAStatement(String question, String answer, String statement) {
        assertThat(Statement.of(question, answer)).contains(statement);
    }

    @Test
    void whatCannotBeTurnedIsLeft() {
        assertThat(Statement.of("Why did it fall?", "rain")).isEmpty();
        assertThat(Statement.of("Did it fall?", "yes")).isEmpty();
    }
}
