package dev.footnote.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /q/openapi} gives as an example is sent as it stands there; ids that only a server can give are put in. */
@QuarkusTest
class OpenApiExamplesTest {

    private final Ingestion ingestion;
    private final ObjectMapper mapper;
    private final List<String> added = new ArrayList<>();

    OpenApiExamplesTest(Ingestion ingestion, ObjectMapper mapper) {
        this.ingestion = ingestion;
        this.mapper = mapper;
    }

    @BeforeEach
    void awaitArticles() throws InterruptedException {
        ingestion.awaitReady();
    }

    @AfterEach
    void deleteArticles() {
        added.forEach(id -> given().delete("/api/v1/articles/" + id).then().statusCode(204));
    }

    /** An operation as the document has it. */
    private record DescribedOperation(String path, String method, JsonNode description) {

        boolean takesJson() {
            return description.at("/requestBody/content").has("application/json");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyBodyIsTakenAsItStands() throws IOException {
        JsonNode document = document();
        List<DescribedOperation> withBody = operations(document).stream()
                .filter(DescribedOperation::takesJson)
                .toList();
        assertThat(withBody).hasSizeGreaterThanOrEqualTo(7);

        for (DescribedOperation operation : withBody) {
            JsonNode example = bodyOf(document, operation);
            assertThat(example.isObject()).as(operation + " has an example").isTrue();
            if (example.has("message_id")) {
                ((ObjectNode) example).put("message_id", messageId());
            }

            Response response = given().contentType("application/json")
                    .body(example.toString())
                    .request(operation.method(), operation.path().replace("{id}", articleToReplace(operation)));

            assertThat(response.statusCode())
                    .as(operation + " with " + example + ": " + response.asString())
                    .isBetween(200, 299);
            if (response.statusCode() == 201) {
                added.add(response.path("id"));
            }
        }
    }

    @Test
    void everyParameterIsTakenAsItStands() throws IOException {
        List<String> sent = new ArrayList<>();
        for (DescribedOperation operation : operations(document())) {
            RequestSpecification request = given();
            boolean hasExample = false;
            for (JsonNode parameter : operation.description().path("parameters")) {
                if (parameter.has("example")) {
                    request.queryParam(
                            parameter.path("name").asText(),
                            parameter.path("example").asText());
                    hasExample = true;
                }
            }
            if (hasExample) {
                Response response = request.request(operation.method(), operation.path());
                assertThat(response.statusCode())
                        .as(operation + ": " + response.asString())
                        .isBetween(200, 299);
                sent.add(operation.path());
            }
        }
        assertThat(sent).contains("/api/v1/ask", "/api/v1/feedback");
    }

    @Test
    void noExampleOfATextHasQuotationMarksThatAreNotPartOfIt() throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonNode examples : document().findValues("examples")) {
            examples.forEach(example -> {
                if (example.isTextual()) {
                    texts.add(example.asText());
                }
            });
        }
        assertThat(texts).isNotEmpty().noneMatch(text -> text.startsWith("\""));
    }

    private JsonNode document() throws IOException {
        return mapper.readTree(
                given().queryParam("format", "json").get("/q/openapi").asString());
    }

    private static List<DescribedOperation> operations(JsonNode document) {
        List<DescribedOperation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> method.getValue().has("responses"))
                .forEach(method ->
                        operations.add(new DescribedOperation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    /** The example of the body itself, else that of its schema. */
    private JsonNode bodyOf(JsonNode document, DescribedOperation operation) throws IOException {
        JsonNode content = operation.description().at("/requestBody/content").path("application/json");
        String schema = content.path("schema").path("$ref").asText();
        JsonNode example = schema.isEmpty()
                ? content.path("examples").path("A question").path("value")
                : document.at(schema.substring(1)).path("examples").path(0);
        return example.isTextual() ? mapper.readTree(example.asText()) : example;
    }

    private static String messageId() {
        return given().contentType("application/json")
                .body(Map.of("question", TownClock.QUESTION))
                .post("/api/v1/ask")
                .path("message_id");
    }

    private String articleToReplace(DescribedOperation operation) {
        if (!operation.path().contains("{id}")) {
            return "";
        }
        String id = Requests.added("old.txt", "An old text.".getBytes(StandardCharsets.UTF_8));
        added.add(id);
        return id;
    }
}
