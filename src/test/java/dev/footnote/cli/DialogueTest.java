package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerText;
import dev.footnote.answer.Answers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialogueTest {

    private final List<String> conversations = new ArrayList<>();

    /** Has one article, which answers everything. */
    private final AnswerSource veto = new AnswerSource() {
        @Override
        public Answer ask(String question, String conversationId) throws IOException {
            if (question.equals("fail")) {
                throw new IOException("Nobody is there.");
            }
            conversations.add(conversationId);
            return Answers.answer("m", conversationId, question);
        }

        @Override
        public String textOf(String articleId) {
            return "Russia vetoed it. China abstained.\n\nThe rest agreed.";
        }

        @Override
        public Map<String, String> titles() {
            return Map.of("seed", "Veto");
        }
    };

    @Test
    void questionsOfOneConversationBelongTogetherUntilItBeginsAnew() throws Exception {
        String said = talk("Who vetoed it?", "why?", ":new", "Who else?");

        assertThat(said).contains("Russia [1]").contains("A new conversation.");
        assertThat(conversations).hasSize(3);
        assertThat(conversations.get(1)).isEqualTo(conversations.get(0));
        assertThat(conversations.get(2)).isNotEqualTo(conversations.get(0));
    }

    @Test
    void aFootnoteIsShownInItsParagraph() throws Exception {
        assertThat(talk(":cite 1", "Who vetoed it?", ":cite 1", ":cite 7"))
                .contains("Nothing was answered yet.")
                .contains("Veto, paragraph 1:", "Russia vetoed it. China abstained.")
                .doesNotContain("The rest agreed.")
                .contains("The last answer has no footnote 7.");
    }

    @Test
    void theArticlesAreListedAndAFailureIsSaidWithoutAnEnd() throws Exception {
        assertThat(talk(":articles", "fail", ":nonsense", "Who vetoed it?"))
                .contains("- Veto")
                .contains("Nobody is there.")
                .contains("There is no :nonsense.", ":cite 2")
                .contains("Russia [1]");
    }

    private String talk(String... lines) throws Exception {
        Iterator<String> typed = List.of(lines).iterator();
        StringWriter said = new StringWriter();
        int code = new Dialogue(
                        veto,
                        () -> typed.hasNext() ? typed.next() : null,
                        new PrintWriter(said),
                        () -> AnswerText.Style.PLAIN)
                .run();
        assertThat(code).isEqualTo(ExitCode.OK);
        return said.toString();
    }
}
