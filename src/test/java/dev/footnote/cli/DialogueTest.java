package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.TownClock;
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

    /** The paragraph that has the sentence of the answer. */
    private static final String PARAGRAPH = Answers.SENTENCE + " It strikes.";

    private final List<String> conversations = new ArrayList<>();

    /** Has one article, which answers everything. */
    private final AnswerSource source = new AnswerSource() {
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
            return PARAGRAPH + "\n\nThe rest agreed.";
        }

        @Override
        public Map<String, String> titles() {
            return Map.of(TownClock.ID, Answers.TITLE);
        }
    };

    @Test
    void questionsOfOneConversationBelongTogetherUntilItBeginsAnew() throws Exception {
        String said = talk("Who repaired it?", "why?", ":new", "Who else?");

        assertThat(said).contains(TownClock.NOTED_ANSWER).contains("A new conversation.");
        assertThat(conversations).hasSize(3);
        assertThat(conversations.get(1)).isEqualTo(conversations.get(0));
        assertThat(conversations.get(2)).isNotEqualTo(conversations.get(0));
    }

    @Test
    void aFootnoteIsShownInItsParagraph() throws Exception {
        assertThat(talk(":cite 1", "Who repaired it?", ":cite 1", ":cite 7"))
                .contains("Nothing was answered yet.")
                .contains(Answers.TITLE + ", paragraph 1:", PARAGRAPH)
                .doesNotContain("The rest agreed.")
                .contains("The last answer has no footnote 7.");
    }

    @Test
    void theArticlesAreListedAndAFailureIsSaidWithoutAnEnd() throws Exception {
        assertThat(talk(":articles", "fail", ":nonsense", "Who repaired it?"))
                .contains("- " + Answers.TITLE)
                .contains("Nobody is there.")
                .contains("There is no :nonsense.", ":cite 2")
                .contains(TownClock.NOTED_ANSWER);
    }

    private String talk(String... lines) throws Exception {
        Iterator<String> typed = List.of(lines).iterator();
        StringWriter said = new StringWriter();
        int code = new Dialogue(
                        source,
                        () -> typed.hasNext() ? typed.next() : null,
                        new PrintWriter(said),
                        () -> AnswerText.Style.PLAIN)
                .run();
        assertThat(code).isEqualTo(ExitCode.OK);
        return said.toString();
    }
}
