package dev.footnote.api;

import static dev.footnote.api.Requests.added;
import static dev.footnote.api.Requests.json;
import static dev.footnote.api.Requests.object;
import static dev.footnote.api.Requests.parse;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turns, and what becomes of them; asked of an article of their own. */
@QuarkusTest
class ConversationsTest {

    private static final String HARBOUR =
            """
            The town council closed the harbour of Velden on Monday, because the old pier is about to fall.

            The newspaper Kurier interviewed Mayor Petra Lang in Graz on Wednesday.

            The new pier was designed by Tom Reiter.
            """;

    private static final String FIRST = "When did Kurier interview Petra Lang?";

    private final Ingestion ingestion;
    private String article = "";

    ConversationsTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void addArticle() throws InterruptedException {
        ingestion.awaitReady();
        article = added("harbour.txt", HARBOUR.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void deleteArticle() {
        given().delete("/api/v1/articles/" + article).then().statusCode(204);
    }

    @Test
    void followUpIsReadAfterTheTurnsBeforeIt() {
        String id = UUID.randomUUID().toString();

        JsonNode first = ask(id, FIRST);
        assertThat(first.get("answer_text").asText()).contains("Wednesday");
        assertThat(first.get("question_understood").isNull()).isTrue();

        JsonNode second = ask(id, "And where?");
        assertThat(second.get("answer_text").asText()).contains("Graz");
        assertThat(second.get("question").asText()).isEqualTo("And where?");
        assertThat(second.get("question_understood").asText()).isEqualTo("Where did Kurier interview Petra Lang?");
    }

    @Test
    void questionThatStandsAloneIsNotTouchedByWhatCameBefore() {
        String id = UUID.randomUUID().toString();
        ask(id, FIRST);

        JsonNode alone = ask(UUID.randomUUID().toString(), "Who designed the new pier?");
        JsonNode after = ask(id, "Who designed the new pier?");

        assertThat(after.get("question_understood").isNull()).isTrue();
        assertThat(after.get("answer")).isEqualTo(alone.get("answer"));
        assertThat(after.get("confidence")).isEqualTo(alone.get("confidence"));
        assertThat(after.get("citations")).isEqualTo(alone.get("citations"));
    }

    @Test
    void conversationIsReadBackAsItWasSaid() {
        String id = UUID.randomUUID().toString();
        JsonNode first = ask(id, FIRST);
        JsonNode second = ask(id, "And when?");

        JsonNode read = parse(given().get("/api/v1/conversations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(read.get("conversation_id").asText()).isEqualTo(id);
        assertThat(read.get("turns")).containsExactly(first, second);
    }

    @Test
    void answerThatIsAskedForAgainTakesThePlaceOfTheEarlierOne() {
        String id = UUID.randomUUID().toString();
        JsonNode first = ask(id, "Who interviewed Petra Lang?");
        JsonNode second = ask(id, "And when?");

        JsonNode again = parse(given().contentType("application/json")
                .body(Map.of(
                        "question",
                        "And when?",
                        "conversation_id",
                        id,
                        "replaces",
                        second.get("message_id").asText()))
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(again.get("question_understood")).isEqualTo(second.get("question_understood"));
        JsonNode read = parse(given().get("/api/v1/conversations/" + id).asString());
        assertThat(read.get("turns")).containsExactly(first, again);
    }

    @Test
    void deletedConversationIsGoneAndMeantNoMore() {
        String id = UUID.randomUUID().toString();
        String message = ask(id, FIRST).get("message_id").asText();

        given().delete("/api/v1/conversations/" + id).then().statusCode(204);

        isUnknown(id, "get");
        isUnknown(id, "delete");
        isUnknown(id, "share");
        json(object("message_id", message).replace("}", ",\"is_positive\":true}"))
                .post("/api/v1/feedback")
                .then()
                .statusCode(404);
        assertThat(ask(id, "And when?").get("question_understood").isNull()).isTrue();
    }

    @Test
    void shareStaysAsItWasUntilItIsTakenBack() {
        String id = UUID.randomUUID().toString();
        JsonNode first = ask(id, FIRST);

        String url = given().post("/api/v1/conversations/" + id + "/share")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
        ask(id, "And when?");
        given().delete("/api/v1/conversations/" + id).then().statusCode(204);

        assertThat(url).matches("/shares/[0-9a-f-]{36}");
        String share = "/api/v1" + url;
        JsonNode read =
                parse(given().get(share).then().statusCode(200).extract().asString());
        assertThat(read.get("turns")).containsExactly(first);
        assertThat(read.get("shared_at").asText()).isNotEmpty();

        given().delete(share).then().statusCode(204);
        given().get(share)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("no share"));
        given().delete(share).then().statusCode(404);
    }

    private JsonNode ask(String conversation, String question) {
        ObjectNode request =
                new ObjectMapper().createObjectNode().put("question", question).put("conversation_id", conversation);
        request.putArray("article_ids").add(article);
        return parse(json(request.toString())
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static void isUnknown(String id, String what) {
        String path = "/api/v1/conversations/" + id;
        var response =
                switch (what) {
                    case "get" -> given().get(path);
                    case "delete" -> given().delete(path);
                    default -> given().post(path + "/share");
                };
        response.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("no conversation"));
    }
}
