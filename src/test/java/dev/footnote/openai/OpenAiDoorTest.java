package dev.footnote.openai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.NodeProject;
import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chat programs get the same answers as everyone, in the words they know. */
@QuarkusTest
class OpenAiDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = TownClock.QUESTION;

    private final Ingestion ingestion;

    OpenAiDoorTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void articlesAreReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    @Test
    void answersWithAnnotationsThatPointIntoTheContent() throws IOException {
        JsonNode completion = JSON.readTree(complete("{\"model\":\"footnote\",\"temperature\":0.2,\"messages\":["
                        + "{\"role\":\"system\",\"content\":\"You are kind.\"},"
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"" + QUESTION + "\"}]}]}")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString());
        JsonNode choice = completion.get("choices").get(0);
        JsonNode message = choice.get("message");
        assertThat(completion.get("object").asText()).isEqualTo("chat.completion");
        assertThat(completion.get("id").asText()).startsWith("chatcmpl-");
        assertThat(choice.get("finish_reason").asText()).isEqualTo("stop");
        assertThat(message.get("content").asText()).startsWith(TownClock.NOTED_ANSWER + "\n\n[1] “");
        assertThat(message.get("annotations")).isNotEmpty();
        for (JsonNode annotation : message.get("annotations")) {
            JsonNode citation = annotation.get("url_citation");
            assertThat(annotation.get("type").asText()).isEqualTo("url_citation");
            assertThat(message.get("content")
                            .asText()
                            .substring(
                                    citation.get("start_index").asInt(),
                                    citation.get("end_index").asInt()))
                    .isEqualTo("[1]");
            assertThat(citation.get("url").asText())
                    .startsWith(RestAssured.baseURI + ":" + RestAssured.port + "/articles/");
        }
        assertThat(completion.get("footnote").get("answer").asText()).isEqualTo(TownClock.NOTED_ANSWER);
        assertThat(completion.get("footnote").get("certainty").asText()).isIn("stated", "likely");
    }

    @Test
    void streamsTheSameContent() throws IOException {
        String plain = JSON.readTree(complete(request(QUESTION)).asString())
                .at("/choices/0/message/content")
                .asText();
        Response response = complete(request(QUESTION).replace("{\"model\"", "{\"stream\":true,\"model\""));
        response.then().statusCode(200).contentType(containsString("text/event-stream"));
        List<String> events = utf8(response)
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toList();
        assertThat(events.get(events.size() - 1)).isEqualTo("[DONE]");
        List<JsonNode> chunks = events.stream()
                .filter(event -> event.startsWith("{"))
                .map(OpenAiDoorTest::parse)
                .toList();
        assertThat(chunks.stream()
                        .map(chunk -> chunk.at("/choices/0/delta/content").asText(""))
                        .collect(Collectors.joining()))
                .isEqualTo(plain);
        assertThat(chunks.get(0).at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(chunks.get(chunks.size() - 1).at("/choices/0/finish_reason").asText())
                .isEqualTo("stop");
        assertThat(chunks).anySatisfy(chunk -> assertThat(
                        chunk.at("/choices/0/delta/annotations/0/type").asText())
                .isEqualTo("url_citation"));
    }

    @Test
    void errorsHaveTheFormThatClientsKnow() {
        complete("{\"model\":\"gpt-9\",\"messages\":[{\"role\":\"user\",\"content\":\"Who?\"}]}")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("model_not_found"))
                .body("error.message", containsString("gpt-9"));
        complete("{\"model\":\"footnote\",\"messages\":[]}")
                .then()
                .statusCode(400)
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.message", containsString("messages"));
        complete("{\"model\":\"footnote\"").then().statusCode(400).body("error.message", containsString("JSON"));
        complete(request("a".repeat(2_001))).then().statusCode(400).body("error.message", containsString("2,000"));
        given().get("/v1/chat/completions").then().statusCode(405).body("error.type", equalTo("invalid_request_error"));
        given().get("/v1/nothing").then().statusCode(404).body("error.type", equalTo("invalid_request_error"));
        given().contentType("application/json")
                .header("Origin", "https://elsewhere.example")
                .body(request(QUESTION))
                .post("/v1/chat/completions")
                .then()
                .statusCode(403)
                .body("error.message", containsString("another site"));
    }

    @Test
    void modelsAreTheEngines() {
        given().get("/v1/models")
                .then()
                .statusCode(200)
                .body("object", equalTo("list"))
                .body("data.id", hasItems("footnote", "footnote-extractive"));
        given().get("/v1/models/footnote").then().statusCode(200).body("id", equalTo("footnote"));
        given().get("/v1/models/other").then().statusCode(404).body("error.code", equalTo("model_not_found"));
    }

    @Test
    void titleIsNotLookedForInTheArticle() {
        String form = "### Job\\nName this talk.\\n### Result\\n{ \\\"title\\\": \\\"name\\\" }\\n### Talk\\n"
                + "USER: " + QUESTION + "\\nASSISTANT: " + TownClock.ANSWER;
        complete(request(form))
                .then()
                .statusCode(200)
                .body("choices[0].message.content", equalTo("{\"title\": \"" + QUESTION + "\"}"))
                .body("choices[0].message.annotations.size()", equalTo(0));
    }

    @Test
    void langChainsClientAsksAndIsAnsweredInTheConversation() throws Exception {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl("http://localhost:" + RestAssured.port + "/v1")
                .apiKey("none")
                .modelName("footnote")
                .timeout(Duration.ofMinutes(1))
                .build();
        AiMessage first =
                model.chat(UserMessage.from(TownClock.INTERVIEWER_QUESTION)).aiMessage();
        assertThat(first.text()).contains(TownClock.INTERVIEWER);
        ChatResponse second =
                model.chat(UserMessage.from(TownClock.INTERVIEWER_QUESTION), first, UserMessage.from("And when?"));
        assertThat(second.aiMessage().text()).contains(TownClock.INTERVIEW_DAY);

        CompletableFuture<String> whole = new CompletableFuture<>();
        StringBuilder pieces = new StringBuilder();
        OpenAiStreamingChatModel.builder()
                .baseUrl("http://localhost:" + RestAssured.port + "/v1")
                .apiKey("none")
                .modelName("footnote-extractive")
                .build()
                .chat(QUESTION, new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String piece) {
                        pieces.append(piece);
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        whole.complete(response.aiMessage().text());
                    }

                    @Override
                    public void onError(Throwable error) {
                        whole.completeExceptionally(error);
                    }
                });
        assertThat(whole.get(1, TimeUnit.MINUTES))
                .startsWith(TownClock.NOTED_ANSWER)
                .isEqualTo(pieces.toString());
    }

    @Test
    void openAisOwnClientUnderstands() throws Exception {
        JsonNode seen = parse(NodeProject.run("openai.mjs", QUESTION, "http://localhost:" + RestAssured.port + "/v1"));
        assertThat(seen.get("models")).extracting(JsonNode::asText).contains("footnote");
        String content = seen.at("/plain/content").asText();
        assertThat(content).startsWith(TownClock.NOTED_ANSWER);
        assertThat(seen.get("streamed").asText()).isEqualTo(content);
        JsonNode place = seen.at("/annotations/0/url_citation");
        assertThat(content.substring(
                        place.get("start_index").asInt(), place.get("end_index").asInt()))
                .isEqualTo("[1]");
        assertThat(seen.get("finish").asText()).isEqualTo("stop");
        assertThat(seen.at("/usage/total_tokens").asInt(-1)).isZero();
        JsonNode responses = seen.get("responses");
        assertThat(responses.get("status").asText()).isEqualTo("completed");
        assertThat(responses.get("text").asText()).isEqualTo(content);
        assertThat(responses.get("delta").asText()).isEqualTo(content);
        assertThat(responses.get("gathered").asText()).isEqualTo(content);
        assertThat(responses.get("isInOrder").asBoolean()).isTrue();
        for (JsonNode part : List.of(responses.get("part"), responses.at("/completed/output/0/content/0"))) {
            assertThat(part.get("type").asText()).isEqualTo("output_text");
            JsonNode cited = part.at("/annotations/0");
            assertThat(cited.get("type").asText()).isEqualTo("url_citation");
            assertThat(content.substring(
                            cited.get("start_index").asInt(),
                            cited.get("end_index").asInt()))
                    .isEqualTo("[1]");
            assertThat(cited.get("url").asText()).startsWith("http://localhost:" + RestAssured.port + "/articles/");
        }
        assertThat(seen.at("/refused/name").asText()).isEqualTo("NotFoundError");
        assertThat(seen.at("/refused/code").asText()).isEqualTo("model_not_found");
    }

    @Test
    void responseContinuesTheOneBefore() {
        String first = respond("{\"model\":\"footnote\",\"input\":\"" + TownClock.INTERVIEWER_QUESTION + "\"}")
                .then()
                .statusCode(200)
                .body("object", equalTo("response"))
                .body("output[0].content[0].text", containsString(TownClock.INTERVIEWER))
                .extract()
                .path("id");
        respond("{\"model\":\"footnote\",\"previous_response_id\":\"" + first + "\",\"input\":[{\"role\":\"user\","
                        + "\"content\":[{\"type\":\"input_text\",\"text\":\"And when?\"}]}]}")
                .then()
                .statusCode(200)
                .body("previous_response_id", equalTo(first))
                .body("output[0].content[0].text", containsString(TownClock.INTERVIEW_DAY));
        respond("{\"model\":\"footnote\",\"previous_response_id\":\"resp_none\",\"input\":\"And when?\"}")
                .then()
                .statusCode(404)
                .body("error.message", containsString("resp_none"));
    }

    @Test
    void responseToNothingIsAnError() {
        for (String wrong : List.of(
                "{\"model\":\"footnote\"}",
                "{\"model\":\"footnote\",\"input\":[]}",
                "{\"model\":\"footnote\",\"input\":{\"role\":\"user\"}}",
                "{\"model\":\"footnote\",\"input\":[{\"type\":\"function_call\"}]}",
                "{\"model\":\"footnote\",\"input\":[7]}",
                "{\"model\":\"footnote\",\"input\":\"\"}",
                "{\"model\":\"footnote\",\"input\":\"Who?\",\"background\":true}",
                "{\"input\":\"Who?\"}",
                "[]",
                "{")) {
            respond(wrong).then().statusCode(400).body("error.type", equalTo("invalid_request_error"));
        }
        respond("{\"model\":\"gpt-9\",\"input\":\"Who?\"}").then().statusCode(404);
    }

    private static Response respond(String body) {
        return given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/responses");
    }

    private static String request(String question) {
        return "{\"model\":\"footnote\",\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]}";
    }

    private static Response complete(String body) {
        return given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/chat/completions");
    }

    private static String utf8(Response response) {
        return new String(response.asByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }
}
