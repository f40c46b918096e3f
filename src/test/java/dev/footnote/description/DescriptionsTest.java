package dev.footnote.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Question;
import dev.footnote.application.Assistant;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What is made for whoever says hello is kept, so that the next one does not wait for it. */
@QuarkusTest
class DescriptionsTest {

    private static final String FERRY = "The ferry to Orrin leaves at seven every morning. It was built in 1954 by the"
            + " Brandt yard. Captain Lena Voss said the engine had never failed. The harbour was closed in 2003 because"
            + " the pier had rotted.";

    private final Descriptions descriptions;
    private final Assistant assistant;
    private final Ingestion ingestion;
    private final Library library;
    private String id = "";

    DescriptionsTest(Descriptions descriptions, Assistant assistant, Ingestion ingestion, Library library) {
        this.descriptions = descriptions;
        this.assistant = assistant;
        this.ingestion = ingestion;
        this.library = library;
    }

    /** A text of its own for each test: a description is kept for a text, even when its article has gone. */
    @BeforeEach
    void addArticle(TestInfo test) throws InterruptedException, UnreadableArticleException {
        ingestion.awaitReady();
        String text = FERRY + " Its log is named " + test.getDisplayName() + ".";
        id = ingestion
                .add(new Submission("ferry.txt", text.getBytes(StandardCharsets.UTF_8), null))
                .article()
                .id();
    }

    @AfterEach
    void removeArticle() {
        ingestion.remove(id);
    }

    @Test
    void helloMakesADescriptionOnceAndItIsKept() {
        ArticleSummary ferry = library.summary(id).orElseThrow();
        assertThat(descriptions.ifKnown(ferry)).isSameAs(ArticleDescription.NONE);

        Answer first = hello();
        ArticleDescription made = descriptions.ifKnown(ferry);
        Answer second = hello();

        assertThat(made.summary()).isNotEmpty();
        assertThat(first.suggestedQuestions()).isNotEmpty().isSubsetOf(made.suggestedQuestions());
        assertThat(second.suggestedQuestions()).isEqualTo(first.suggestedQuestions());
        assertThat(descriptions.ifKnown(ferry)).isSameAs(made);
    }

    @Test
    void whatIsMadeSoonIsWhatIsKept() {
        ArticleDescription made = descriptions.soon(library.find(id).orElseThrow());

        assertThat(descriptions.soon(library.find(id).orElseThrow())).isSameAs(made);
        assertThat(descriptions.of(library.find(id).orElseThrow())).isSameAs(made);
    }

    private Answer hello() {
        Answer answer = assistant.ask(new Question("hello", Question.newConversationId(), List.of(id), null, null));
        assertThat(answer.kind()).isEqualTo(Kind.CHAT);
        return answer;
    }
}
