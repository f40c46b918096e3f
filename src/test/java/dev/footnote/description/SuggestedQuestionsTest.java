package dev.footnote.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestedQuestionsTest {

    private static final String TEXT = "Ida Holm, a surgeon from Turku, said the clinic was full. The clinic was closed"
            + " because the roof leaked. There were 58 patients in the clinic. Repairs will cost 2.4 million crowns."
            + " The Turku Bank was founded in 1998. Norway vetoed the treaty. Bo Ek said nothing would change.";

    @Test
    void asksWhatAPersonWouldAsk() {
        assertThat(new SuggestedQuestions().of(article(TEXT), List.of(), 10, suggestion -> true))
                .contains(
                        "Who vetoed the treaty?",
                        "Why was the clinic closed?",
                        "How many patients were in the clinic?",
                        "How much will repairs cost?",
                        "When was the Turku Bank founded?",
                        "What did Bo Ek say?");
    }

    @Test
    void theFirstOnesDifferInKind() {
        List<String> questions = new SuggestedQuestions().of(article(TEXT), List.of(), 4, suggestion -> true);
        assertThat(questions.stream().map(question -> question.split(" ", -1)[0] + question.split(" ", -1)[1]))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsOnlyWhatIsAnswered() {
        assertThat(new SuggestedQuestions().of(article(TEXT), List.of(), 10, suggestion -> suggestion
                        .question()
                        .startsWith("Why")))
                .containsExactly("Why was the clinic closed?");
    }

    static Article article(String text) {
        return new Article(
                "a",
                "A title",
                text,
                "text/plain",
                Metadata.NONE,
                List.of(),
                Instant.EPOCH,
                "a.txt",
                false,
                List.of(),
                Article.revisionOf(text));
    }
}
