package dev.footnote.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** What tests send to the API, and what holds for whatever it sends back. */
final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON object of names and values in turn. */
    static String object(String... pairs) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(pairs[i], pairs[i + 1]);
        }
        return object.toString();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }

    static Response upload(String name, byte[] content) {
        return given().multiPart("file", name, content).post("/api/v1/articles");
    }

    /** Uploads a file and returns the id of its article, which can be asked. */
    static String added(String name, byte[] content) {
        return upload(name, content)
                .then()
                .statusCode(201)
                .body("state", equalTo("ready"))
                .extract()
                .path("id");
    }

    /** Asks one article, and checks every offset of the answer. */
    static JsonNode askArticle(String id, String question) {
        ObjectNode request = JSON.createObjectNode().put("question", question);
        request.putArray("article_ids").add(id);
        return ask(request.toString());
    }

    /** Asks, and checks every offset of the answer. */
    static JsonNode ask(String request) {
        JsonNode answer = parse(json(request)
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertOffsetsHold(answer);
        return answer;
    }

    /** Every citation of an answer is a slice of its article as it is now, and every claim a slice of the answer. */
    static void assertOffsetsHold(JsonNode answer) {
        String said = answer.get("answer_text").asText();
        for (JsonNode citation : answer.get("citations")) {
            String content = content(citation.get("document_id").asText());
            int start = citation.get("start_char_index").asInt();
            int end = citation.get("end_char_index").asInt();
            assertThat(content.substring(start, end))
                    .isEqualTo(citation.get("cited_text").asText());
            if (!citation.get("answer_start_char_index").isNull()) {
                assertThat(citation.get("answer_start_char_index").asInt()).isBetween(start, end);
                assertThat(citation.get("answer_end_char_index").asInt()).isBetween(start, end);
            }
            if (!citation.get("start_index").isNull()) {
                assertThat(citation.get("end_index").asInt())
                        .isGreaterThan(citation.get("start_index").asInt())
                        .isLessThanOrEqualTo(said.length());
            }
        }
        for (JsonNode claim : answer.get("claims")) {
            assertThat(claim.get("end_index").asInt())
                    .isGreaterThan(claim.get("start_index").asInt())
                    .isLessThanOrEqualTo(said.length());
        }
    }

    static String content(String id) {
        Response response = given().get("/api/v1/articles/" + id + "/content");
        response.then().statusCode(200).contentType("text/plain; charset=utf-8");
        return new String(response.asByteArray(), StandardCharsets.UTF_8);
    }

    static ValidatableResponse problem(Response response, int status) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue());
    }
}
