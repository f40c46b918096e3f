package dev.footnote.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.footnote.answer.Support;
import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedClaim;
import dev.footnote.answer.VerifiedText;
import dev.footnote.application.Verifier;
import dev.footnote.article.Library;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /api/v1/verify} over an article of its own. */
@QuarkusTest
class VerifyTest {

    private static final String HARBOUR =
            """
            The town council closed the harbour of Velden on Monday, because the old pier is about to fall.

            The newspaper Kurier interviewed Mayor Petra Lang in Graz.

            A storm in January sank 87 boats in the harbour of Velden.
            """;

    private final Ingestion ingestion;
    private final Library library;
    private final Verifier verifier;
    private String id = "";

    VerifyTest(Ingestion ingestion, Library library, Verifier verifier) {
        this.ingestion = ingestion;
        this.library = library;
        this.verifier = verifier;
    }

    @BeforeEach
    void addArticle() throws InterruptedException {
        ingestion.awaitReady();
        id = Requests.added("harbour.txt", HARBOUR.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void deleteArticle() {
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
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
        String text =
                "  The town council closed the harbour. 😀 Petra Lang gave the interview to the Standard in Graz.\r\n"
                        + "A storm in January sank 78 boats.";
        VerifiedText verified = verify(Map.of("text", text, "article_ids", List.of(id)))
                .statusCode(200)
                .extract()
                .as(VerifiedText.class);

        List<VerifiedClaim> claims = verified.claims();
        assertThat(claims).hasSizeGreaterThanOrEqualTo(3).allSatisfy(claim -> assertThat(
                        text.substring(claim.startIndex(), claim.endIndex()))
                .isEqualTo(claim.text()));
        assertThat(claims).flatMap(VerifiedClaim::citations).isNotEmpty().allSatisfy(citation -> assertThat(
                        library.find(citation.documentId())
                                .orElseThrow()
                                .text()
                                .substring(citation.startCharIndex(), citation.endCharIndex()))
                .isEqualTo(citation.citedText()));
        VerifiedClaim first = claims.get(0);
        assertThat(first.support()).isEqualTo(Support.SUPPORTED);
        assertThat(first.instead()).isNull();
        assertThat(first.citations().get(0).startIndex()).isEqualTo(first.startIndex());
        VerifiedClaim last = claims.get(claims.size() - 1);
        assertThat(last.support()).isNotEqualTo(Support.SUPPORTED);
        assertThat(last.instead()).isEqualTo("87");
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

    @Test
    void aKeptCheckIsReadAgainAndTakenBack() {
        String sentence = "A storm sank 87 boats.";
        String url = verify(Map.of("text", sentence, "article_ids", List.of(id), "keep", true))
                .statusCode(200)
                .extract()
                .path("url");
        String kept = "/api/v1" + url;

        given().get(kept)
                .then()
                .statusCode(200)
                .body("text", equalTo(sentence))
                .body("article_ids", equalTo(List.of(id)))
                .body("claims", hasSize(1))
                .body("claims[0].text", equalTo(sentence));
        given().accept("text/html").get(url).then().statusCode(200).body(containsString("data-kept-check"));
        given().delete(kept).then().statusCode(204);
        given().get(kept).then().statusCode(404);
        given().accept("text/html").get(url).then().statusCode(404);
    }

    @Test
    void aTextIsNotCheckedAgainToBeKeptUnlessAnArticleHasChanged() {
        UnverifiedText text =
                new UnverifiedText("A storm in January sank 87 boats in the harbour of Velden.", List.of(id));
        VerifiedText first = verifier.verify(text);

        assertThat(verifier.verify(new UnverifiedText(text.text(), List.of(id))))
                .isSameAs(first);

        given().contentType("application/json")
                .body(Map.of("text", HARBOUR.replace("87", "9")))
                .put("/api/v1/articles/" + id)
                .then()
                .statusCode(200);
        VerifiedText second = verifier.verify(text);
        assertThat(first.claims().get(0).support()).isEqualTo(Support.SUPPORTED);
        assertThat(second.claims().get(0).support()).isNotEqualTo(Support.SUPPORTED);
    }

    @Test
    void whatIsNotToBeKeptHasNoLink() {
        verify(Map.of("text", "A storm sank 87 boats.")).statusCode(200).body("url", equalTo(null));
    }
}
