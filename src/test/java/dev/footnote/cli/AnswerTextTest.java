package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Answers;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    private static final Answer ANSWER = Answers.answer("m", "c", "Who vetoed it?");

    @Test
    void aPipeGetsPlainText() {
        assertThat(AnswerText.of(ANSWER, false).lines().toList())
                .startsWith("Russia [1]", "", "[1] Russia vetoed it.", "    Veto, paragraph 1");
        assertThat(AnswerText.of(ANSWER, false)).doesNotContain("\u001b");
    }

    @Test
    void aTerminalGetsTheAnswersOwnWordsEmphasised() {
        assertThat(AnswerText.of(ANSWER, true)).contains("\u001b[1mRussia\u001b[0m vetoed it.");
    }
}
