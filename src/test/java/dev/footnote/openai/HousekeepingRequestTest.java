package dev.footnote.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chat programs ask for themselves is known by its build; the texts are our own. */
class HousekeepingRequestTest {

    private static final String TITLE =
            """
            ### What to do
            Name this talk in a few words.
            ### How
            - Be brief.
            ### Result
            As JSON: { "title": "a short name" }
            ### Talk so far
            <chat_history>
            USER: Who opened the bridge, and in which year of the century did it come to pass at all?
            ASSISTANT: The mayor [1]
            </chat_history>""";

    private static final String NEXT =
            """
            ## Job
            Propose what may be asked next.
            ## Result
            { "next": ["First?", "Second?"] }
            ## Talk
            USER: Who opened the bridge?""";

    private static final String SEARCH =
            """
            # Job
            Which words should be searched for?
            # Result
            {
              "queries": ["one", "two"]
            }
            # Talk
            USER: Who opened the bridge?""";

    private static final String UNSTRUCTURED = "Sum this up in four words.\n\nUser: Who opened it?\nAI: The mayor.\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who opened the bridge?",
                "# Who opened the bridge?",
                "What does { \"title\": \"x\" } mean here?",
                "The user: who is that?",
                "## One\n## Two\nWhat is said of these two?",
                "What did the assistant: say?",
                "USER: who opened the bridge?"
            })
    void questionsAreQuestions(String message) {
        assertThat(HousekeepingRequest.in(message)).isEmpty();
    }

    @Test
    void titleIsTheFirstQuestionCutAtAWord() {
        assertThat(filled(TITLE))
                .isEqualTo("{\"title\": \"Who opened the bridge, and in which year of the century did…\"}");
    }

    @Test
    void whereQuestionsAreWantedThoseThatTheArticlesAnswerAreGiven() {
        assertThat(filled(NEXT)).isEqualTo("{\"next\": [\"When was it built?\", \"How long is it?\"]}");
    }

    @Test
    void whatNeedsALanguageModelStaysEmpty() {
        assertThat(filled(SEARCH)).isEqualTo("{\"queries\": []}");
        assertThat(filled(TITLE.replace("title", "mood"))).isEqualTo("{\"mood\": \"\"}");
    }

    @Test
    void conversationThatIsQuotedIsNotAskedAbout() {
        assertThat(filled(UNSTRUCTURED)).isEqualTo("Who opened it?");
    }

    private static String filled(String message) {
        return HousekeepingRequest.in(message)
                .orElseThrow()
                .filled(List.of("Who opened the bridge?", "When was it built?", "How long is it?"));
    }
}
