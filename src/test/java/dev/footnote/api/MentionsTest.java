package dev.footnote.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions for the sentences that have some words. */
@QuarkusTest
class MentionsTest {

    private static final String OFTEN = "Dunmore";
    private static final String ONCE = "a wooden hammer";

    private final Ingestion ingestion;

    MentionsTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void awaitArticles() throws InterruptedException {
        ingestion.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where else does it mention “Dunmore”?",
                "What does the article say about “Dunmore”?",
                "Where is \"Dunmore\" mentioned?"
            })
    void wordsThatStandSeveralTimesAreListedWithTheirSentences(String question) {
        JsonPath answer = ask(question);

        assertThat(answer.getString("kind")).isEqualTo("summary");
        assertThat(answer.getString("answer_text")).startsWith("2 sentences have these words:");
        assertThat(answer.<String>getList("citations.cited_text")).hasSize(2).allMatch(cited -> cited.contains(OFTEN));
    }

    @Test
    void forWordsThatStandOnceTheSentencesMostLikeThemAreGiven() {
        JsonPath answer = ask("Where else does it mention “" + ONCE + "”?");

        assertThat(answer.getString("answer_text"))
                .startsWith("No other sentence has these words. Most like the one that has:");
        assertThat(answer.<String>getList("citations.cited_text"))
                .hasSize(3)
                .noneMatch(cited -> cited.contains(ONCE))
                .anyMatch(cited -> cited.contains("bell"));
    }

    @Test
    void wordsThatStandNowhereAreRead() {
        assertThat(ask("What does the article say about “submarines”?").getString("kind"))
                .isNotEqualTo("summary");
    }

    @Test
    void otherQuestionsWithAQuotationAreAnsweredAsBefore() {
        assertThat(ask("Who said “It is four seconds late”?").getString("answer_text"))
                .isEqualTo("Brandt");
        assertThat(ask("How many times is “Dunmore” mentioned?").getString("answer_text"))
                .isEqualTo("“Dunmore” is mentioned twice");
        assertThat(ask("Where did Odell give “the interview”?").getString("kind"))
                .isEqualTo("answer");
        assertThat(ask("Where did she say “that the clock would not be silenced again”?")
                        .getString("kind"))
                .isNotEqualTo("summary");
    }

    private static JsonPath ask(String question) {
        return given().contentType("application/json")
                .body(Map.of("question", question, "article_ids", List.of(TownClock.ID)))
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
