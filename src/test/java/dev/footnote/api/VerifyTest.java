package dev.footnote.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.footnote.article.Library;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /api/v1/verify} over the seed article. */
@QuarkusTest
class VerifyTest {

    private final Ingestion ingestion;
    private final Library library;

    VerifyTest(Ingestion ingestion, Library library) {
        this.ingestion = ingestion;
        this.library = library;
    }

    @BeforeEach
    void ready() throws InterruptedException {
        ingestion.awaitReady();
    }

    private static ValidatableResponse verify(Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .when()
                .post("/api/v1/verify")
                .then();
    }

    @Test
    void eachSentenceIsCheckedAndCited() {
        String text = "  Russia vetoed the latest resolution. 😀 Assad gave the interview to Reuters in Damascus.\r\n"
                + "The attack on a rebel-held town killed 78 people.";
        JsonPath answer = verify(Map.of("text", text)).statusCode(200).extract().jsonPath();

        List<Map<String, Object>> claims = answer.getList("claims");
        assertThat(claims).isNotEmpty().allSatisfy(claim -> assertThat(
                        text.substring((int) claim.get("start_index"), (int) claim.get("end_index")))
                .isEqualTo(claim.get("text")));
        List<Map<String, Object>> citations = answer.getList("claims.citations.flatten()");
        assertThat(citations).isNotEmpty().allSatisfy(citation -> assertThat(library.find(
                                (String) citation.get("document_id"))
                        .orElseThrow()
                        .text()
                        .substring((int) citation.get("start_char_index"), (int) citation.get("end_char_index")))
                .isEqualTo(citation.get("cited_text")));
        assertThat(claims.get(0)).containsEntry("support", "supported").containsEntry("instead", null);
        Map<String, Object> last = claims.get(claims.size() - 1);
        assertThat(last.get("support")).isNotEqualTo("supported");
        assertThat(last).containsEntry("instead", "87");
    }

    @Test
    void whatIsOutsideTheContractIsRefusedByName() {
        verify(Map.of("text", " \n ")).statusCode(400).body("detail", containsString("empty"));
        verify(Map.of()).statusCode(400).body("detail", containsString("\"text\""));
        verify(Map.of("text", "a ".repeat(10_001))).statusCode(400).body("detail", containsString("20,000"));
        verify(Map.of("text", "It rained. ".repeat(101))).statusCode(400).body("detail", containsString("100"));
        verify(Map.of("text", "It rained.", "top_k", 3)).statusCode(400);
        verify(Map.of("text", "It rained.", "article_ids", List.of("no-such")))
                .statusCode(404)
                .body("detail", containsString("no-such"));
    }

    @Test
    void anotherLanguageIsNotCheckedAndThatIsSaid() {
        verify(Map.of("text", "Der Präsident hat gestern mit der Kanzlerin über den Krieg gesprochen."))
                .statusCode(200)
                .body("claims", hasSize(1))
                .body("claims[0].support", equalTo("unsupported"))
                .body("claims[0].citations", hasSize(0))
                .body("warnings[0]", containsString("English"));
    }
}
