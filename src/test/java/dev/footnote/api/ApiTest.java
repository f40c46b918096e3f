package dev.footnote.api;

import static dev.footnote.api.Requests.added;
import static dev.footnote.api.Requests.json;
import static dev.footnote.api.Requests.object;
import static dev.footnote.api.Requests.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BUILT = "The lighthouse of Marrow Point was built by Ada Quill in 1871.";
    private static final String LIGHTHOUSE = "The coast north of the village is known for its fog.\n\n" + BUILT;
    private static final String QUESTION = "Who built the lighthouse of Marrow Point?";

    private final Ingestion ingestion;

    ApiTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void articlesAreReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    @Test
    void aQuestionInTheAddressIsAnsweredInPassing() {
        String message = given().queryParam("q", TownClock.QUESTION)
                .get("/api/v1/ask")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("engine", equalTo("extractive"))
                .body("answer_text", containsString(TownClock.ANSWER))
                .extract()
                .path("message_id");

        given().contentType("application/json")
                .body(Map.of("message_id", message, "is_positive", true))
                .post("/api/v1/feedback")
                .then()
                .statusCode(404);
        given().get("/api/v1/ask").then().statusCode(400).body("detail", containsString("\"q\""));
        given().queryParam("q", "Who?")
                .queryParam("article_ids", "nowhere")
                .get("/api/v1/ask")
                .then()
                .statusCode(404);
    }

    @Test
    void whoAsksForTextGetsTheAnswerItsFootnotesAndTheirLinks() {
        String text = given().accept("text/plain")
                .queryParam("q", TownClock.QUESTION)
                .get("/api/v1/ask")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();

        assertThat(text)
                .startsWith(TownClock.NOTED_ANSWER)
                .contains("\n[1] ")
                .contains("    " + RestAssured.baseURI + ":", "/articles/");
        assertThat(text.lines().filter(line -> !line.contains("http"))).allMatch(line -> line.length() <= 80);
        assertThat(given().accept("text/plain")
                        .contentType("application/json")
                        .body(Map.of("question", TownClock.QUESTION))
                        .post("/api/v1/ask")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(text);
    }

    @Test
    void pagesOfOtherSitesAskNothing() {
        given().header("Sec-Fetch-Site", "cross-site")
                .queryParam("q", TownClock.QUESTION)
                .get("/api/v1/ask")
                .then()
                .statusCode(403);
        given().header("Origin", "https://evil.example")
                .queryParam("q", TownClock.QUESTION)
                .get("/api/v1/ask")
                .then()
                .statusCode(403);
    }

    @Test
    void questionIsAnsweredAsTheContractSays() throws IOException {
        String id = added("marrow.txt", LIGHTHOUSE.getBytes(StandardCharsets.UTF_8));
        String body = json(request(" " + QUESTION + " ", "c-1", id).toString())
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        JsonNode answer = JSON.readTree(body);
        assertThat(answer.get("question").asText()).isEqualTo(QUESTION);
        assertThat(answer.get("conversation_id").asText()).isEqualTo("c-1");
        assertThat(answer.get("kind").asText()).isEqualTo("answer");
        assertThat(answer.get("answer").asText()).isEqualTo("Ada Quill [1]");
        assertThat(answer.get("answer_text").asText()).isEqualTo("Ada Quill");
        assertThat(answer.get("answerable").asBoolean()).isTrue();
        assertThat(answer.get("certainty").asText()).isIn("stated", "likely");
        assertThat(answer.get("engine").asText()).isEqualTo("extractive");
        assertThat(answer.has("question_understood")).isTrue();
        assertThat(answer.get("question_understood").isNull()).isTrue();
        JsonNode citation = answer.get("citations").get(0);
        String content = content(citation.get("document_id").asText());
        assertThat(slice(content, citation, "start_char_index", "end_char_index"))
                .isEqualTo(citation.get("cited_text").asText())
                .isEqualTo(BUILT);
        assertThat(slice(content, citation, "answer_start_char_index", "answer_end_char_index"))
                .isEqualTo("Ada Quill");
        assertThat(citation.get("paragraph").asInt()).isEqualTo(2);
        assertThat(citation.get("url").asText()).matches("/articles/" + id + "\\?cite=54-116&v=[0-9a-f]{8}");
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    @Test
    void whatTheArticleDoesNotSayIsRefusedWithTheClosestSentenceAndQuestionsThatCanBeAsked() throws IOException {
        JsonNode answer = JSON.readTree(json(object("question", TownClock.UNANSWERED))
                .post("/api/v1/ask")
                .asString());
        assertThat(answer.get("kind").asText()).isEqualTo("refusal");
        assertThat(answer.get("reason").asText()).isEqualTo("not_found");
        assertThat(answer.get("certainty").asText()).isEqualTo("none");
        assertThat(answer.get("answerable").asBoolean()).isFalse();
        assertThat(answer.get("answer")).isEqualTo(answer.get("answer_text"));
        assertThat(answer.get("claims")).isEmpty();
        JsonNode closest = answer.get("citations").get(0);
        assertThat(closest.get("support").asText()).isEqualTo("unsupported");
        assertThat(closest.get("start_index").isNull()).isTrue();
        String content = content(closest.get("document_id").asText());
        assertThat(slice(content, closest, "start_char_index", "end_char_index"))
                .isEqualTo(closest.get("cited_text").asText());
        assertThat(answer.get("suggested_questions")).isNotEmpty();
        for (JsonNode suggested : answer.get("suggested_questions")) {
            json(object("question", suggested.asText()))
                    .post("/api/v1/ask")
                    .then()
                    .body("answerable", equalTo(true));
        }
    }

    @Test
    void foreignQuestionIsRefusedForItsLanguage() {
        json("{\"question\":\"¿Quién ha reparado el reloj de la torre de la ciudad?\"}")
                .post("/api/v1/ask")
                .then()
                .body("kind", equalTo("refusal"))
                .body("reason", equalTo("language"));
    }

    @Test
    void misspeltNameIsReadAsTheClosestOfTheArticles() {
        String id = added("marrow.txt", LIGHTHOUSE.getBytes(StandardCharsets.UTF_8));
        json("{\"question\":\"What did Quilll build at Marrow Point?\"}")
                .post("/api/v1/ask")
                .then()
                .body("question_understood", equalTo("What did Quill build at Marrow Point?"))
                .body("warnings[0]", containsString("Quill"));
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    @ParameterizedTest
    @MethodSource
    void badQuestionIsRefusedWith400(String body, String saying) {
        problem(json(body).post("/api/v1/ask"), 400).body("detail", containsString(saying));
    }

    static Stream<Arguments> badQuestionIsRefusedWith400() {
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of("{}", "question"),
                Arguments.of("null", "empty"),
                Arguments.of("[]", "JSON object"),
                Arguments.of("{\"question\":\"\"}", "empty"),
                Arguments.of("{\"question\":\" \\n\\t \"}", "empty"),
                Arguments.of("{\"question\":\"" + "x".repeat(2_001) + "\"}", "2,000"),
                Arguments.of("{\"question\":\"x\",\"colour\":1}", "colour"),
                Arguments.of("{\"question\":5}", "\"question\""),
                Arguments.of("{\"question\":[\"x\"]}", "\"question\""),
                Arguments.of("{\"question\":\"x\",\"top_k\":\"5\"}", "\"top_k\""),
                Arguments.of("{\"question\":\"x\",\"top_k\":1.5}", "\"top_k\""),
                Arguments.of("{\"question\":\"x\",\"top_k\":0}", "top_k"),
                Arguments.of("{\"question\":\"x\",\"top_k\":21}", "top_k"),
                Arguments.of("{\"question\":\"x\",\"stream\":\"yes\"}", "\"stream\""),
                Arguments.of("{\"question\":\"x\",\"article_ids\":[null]}", "article_ids"),
                Arguments.of("{\"question\":\"x\",\"article_ids\":[1]}", "article_ids"),
                Arguments.of("{\"question\":\"x\",\"conversation_id\":\"a b\"}", "conversation_id"),
                Arguments.of("{\"question\":\"x\",\"engine\":\"oracle\"}", "oracle"),
                Arguments.of("{\"question\":\"x\",\"question\":\"y\"}", "not valid JSON"),
                Arguments.of("{\"question\":\"x\"} more", "not valid JSON"),
                Arguments.of("{\"question\":", "not valid JSON"),
                Arguments.of("{\"question\":" + "[".repeat(100_000), "\"question\""),
                Arguments.of("{\"colour\":" + "[".repeat(100_000), "nests too deep"),
                Arguments.of("{\"question\":\"a\\ud800b\"}", "surrogate"),
                Arguments.of("{\"question\":\"a\\udc00\"}", "surrogate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0001\\u0002 who?",
                "🇮🇸🎉",
                "من أصلح ساعة البرج؟",
                "<script>alert(1)</script>",
                "'; DROP TABLE article; --",
                "+-&|!(){}[]^\\\"~*?:\\\\/"
            })
    void oddQuestionIsAQuestion(String question) {
        json("{\"question\":\"" + question + "\"}").post("/api/v1/ask").then().statusCode(200);
    }

    @Test
    void questionOf2000UnitsIsTaken() {
        json("{\"question\":\" " + "x".repeat(2_000) + " \"}")
                .post("/api/v1/ask")
                .then()
                .statusCode(200);
    }

    @Test
    void invalidUtf8IsRefusedWith400() {
        byte[] body = "{\"question\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        problem(given().contentType("application/json").body(body).post("/api/v1/ask"), 400);
    }

    @Test
    void unknownArticleIs404ThatNamesItWhetherStreamedOrNot() {
        for (boolean stream : List.of(false, true)) {
            problem(
                            json("{\"question\":\"x\",\"article_ids\":[\"nowhere\"],\"stream\":" + stream + "}")
                                    .post("/api/v1/ask"),
                            404)
                    .body("detail", containsString("nowhere"));
        }
        problem(json("{\"query\":\"x\",\"article_ids\":[\"nowhere\"]}").post("/api/v1/search"), 404);
        problem(given().get("/api/v1/articles/nowhere"), 404).body("detail", containsString("nowhere"));
        problem(given().get("/api/v1/articles/nowhere/content"), 404);
        problem(given().delete("/api/v1/articles/nowhere"), 404);
        problem(json("{\"text\":\"x\"}").put("/api/v1/articles/nowhere"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api", "/api/v2/ask", "/api/v1/articles/a/b/c"})
    void unknownPathIs404(String path) {
        problem(given().get(path), 404);
        problem(given().accept("text/html").get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/articles/a/b", "/q/nothing"})
    void outsideTheApiABrowserGetsAPageInPlaceOfAProblem(String path) {
        problem(given().get(path), 404);
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body(containsString("There is no such page."), containsString(path));
    }

    @Test
    void aBrowserThatIsRefusedGetsAPageThatSaysWhy() {
        given().accept("text/html")
                .post("/")
                .then()
                .statusCode(405)
                .contentType("text/html;charset=UTF-8")
                .header("Allow", "GET")
                .body(containsString("Method Not Allowed."), containsString("/ does not take POST."));
        given().accept("text/html")
                .header("Host", "evil.example")
                .get("/")
                .then()
                .statusCode(403)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("evil.example"));
    }

    @Test
    void wrongMethodIs405() {
        problem(given().delete("/api/v1/ask"), 405).header("Allow", "GET, POST");
        problem(given().delete("/api/v1/search"), 405).header("Allow", "POST");
        problem(json("{}").patch("/api/v1/articles/x"), 405).header("Allow", "DELETE, GET, PUT");
        problem(given().post("/"), 405).header("Allow", "GET");
    }

    @Test
    void wrongAcceptIs406() {
        problem(given().accept("application/xml").get("/api/v1/articles"), 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void wrongContentTypeIs415(String type) {
        problem(
                given().config(RestAssured.config()
                                .encoderConfig(EncoderConfig.encoderConfig()
                                        .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)))
                        .contentType(type)
                        .body("{\"question\":\"x\"}")
                        .post("/api/v1/ask"),
                415);
    }

    @Test
    void bodyOver10000000BytesIs413ThatNamesTheLimit() throws IOException {
        // By hand: a client that is still sending when it is refused sees a broken pipe on some systems.
        String response = raw("POST /api/v1/ask HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nContent-Type: application/json\r\nContent-Length: 10000001\r\n\r\n");
        assertThat(response).startsWith("HTTP/1.1 413").contains("application/problem+json", "10,000,000");
    }

    @Test
    void longBodyWithoutALengthIs413() throws IOException {
        StringBuilder body = new StringBuilder("{\"question\":\"");
        String chunk = "x".repeat(1_000_000);
        for (int i = 0; i < 11; i++) {
            body.append(chunk);
        }
        String whole = body + "\"}";
        String response = raw("POST /api/v1/ask HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(whole.length()) + "\r\n" + whole + "\r\n0\r\n\r\n");
        assertThat(response).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example"})
    void foreignHostIsRefusedForReadsAndWrites(String host) {
        problem(given().header("Host", host).get("/api/v1/articles"), 403).body("detail", containsString(host));
        problem(json("{\"question\":\"x\"}").header("Host", host).post("/api/v1/ask"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "http://localhost.evil.example"})
    void writeFromAForeignPageIsRefused(String origin) {
        problem(json("{\"question\":\"x\"}").header("Origin", origin).post("/api/v1/ask"), 403);
        problem(
                given().header("Origin", origin)
                        .multiPart("file", "a.txt", "text".getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/articles"),
                403);
    }

    @Test
    void crossSiteFormPostWithoutOriginIsRefused() {
        problem(
                given().header("Sec-Fetch-Site", "cross-site")
                        .multiPart("file", "a.txt", "text".getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/articles"),
                403);
    }

    @Test
    void ownPageMayWrite() {
        json("{\"question\":\"x\"}")
                .header("Origin", "http://localhost:" + RestAssured.port)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/v1/ask")
                .then()
                .statusCode(200);
    }

    @Test
    void forwardedClientMayAskButNotWrite() {
        json("{\"question\":\"x\"}")
                .header("X-Forwarded-For", "127.0.0.1")
                .post("/api/v1/ask")
                .then()
                .statusCode(200);
        problem(json("{\"text\":\"x\"}").header("X-Forwarded-For", "127.0.0.1").post("/api/v1/articles"), 403)
                .body("detail", containsString("footnote.http.api-key"));
    }

    @Test
    void pagesAreProtectedByHeaders() {
        given().get("/q/health/live")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void aTextThatIsSentAsMarkdownIsReadAsMarkdown() {
        String markdown = "# The **old** mill\n\nIt stands.\n";
        String id = json(object("text", markdown, "media_type", "text/markdown; charset=utf-8"))
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .body("title", equalTo("The old mill"))
                .body("media_type", equalTo("text/markdown"))
                .extract()
                .path("id");
        given().get("/api/v1/articles/" + id + "/content").then().body(org.hamcrest.Matchers.not(containsString("#")));
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
        String detail = problem(
                        json(object("text", markdown, "media_type", "text/rtf")).post("/api/v1/articles"), 400)
                .extract()
                .path("detail");
        assertThat(detail).contains("text/rtf").contains("text/markdown");
    }

    @Test
    void articleIsAddedReadReplacedAndDeleted() {
        String text = "A first line.\nÜmläut 🎉 here.";
        String id = json(object("text", text, "title", "Added"))
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/articles/"))
                .body("title", equalTo("Added"))
                .body("state", equalTo("ready"))
                .body("progress", equalTo(1.0f))
                .body("characters", equalTo(text.length()))
                .body("media_type", equalTo("text/plain"))
                .body("revision", notNullValue())
                .extract()
                .path("id");
        json(object("text", text, "title", "Again"))
                .post("/api/v1/articles")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        Response content = given().get("/api/v1/articles/" + id + "/content");
        content.then().statusCode(200).contentType("text/plain; charset=utf-8");
        assertThat(new String(content.asByteArray(), StandardCharsets.UTF_8)).isEqualTo(text);
        given().get("/api/v1/articles").then().statusCode(200).body("articles.id", org.hamcrest.Matchers.hasItem(id));
        json(object("text", "Other.", "title", "Other"))
                .put("/api/v1/articles/" + id)
                .then()
                .statusCode(200)
                .body("characters", equalTo(6));
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
        problem(given().get("/api/v1/articles/" + id), 404);
    }

    @Test
    void uploadIsTakenAsAFileThatCanBeAskedAtOnce() throws IOException {
        String id = given().multiPart(
                        "file",
                        "C:\\texts\\upload.txt",
                        "The lighthouse of Zanquiver was built by Orla Venn in 1871.".getBytes(StandardCharsets.UTF_8))
                .multiPart("title", "The lighthouse")
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .body("state", equalTo("ready"))
                .body("title", equalTo("The lighthouse"))
                .extract()
                .path("id");
        String asked = object("question", "Who built the lighthouse of Zanquiver?");
        json(asked).post("/api/v1/ask").then().body("answer", equalTo("Orla Venn [1]"));
        given().multiPart(
                        "file",
                        "b.txt",
                        "The lighthouse of Zanquiver was built by Piet Dorn in 1902.".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/articles/" + id)
                .then()
                .statusCode(200);
        json(asked).post("/api/v1/ask").then().body("answer", equalTo("Piet Dorn [1]"));
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
        json(asked).post("/api/v1/ask").then().body("answerable", equalTo(false));
    }

    @Test
    void largeArticleIsTakenAtOnceAndReadyLater() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() <= 1_100_000; i++) {
            text.append("word ".repeat(200)).append(i % 5 == 0 ? ".\n\n" : ". ");
        }
        String id = given().multiPart("file", "large.txt", text.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/articles")
                .then()
                .statusCode(202)
                .body("state", equalTo("indexing"))
                .extract()
                .path("id");
        given().get("/api/v1/articles/" + id + "/content").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        "ready".equals(given().get("/api/v1/articles/" + id).path("state")));
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    @Test
    void articleThatCannotBeReadIsRefused() {
        problem(json("{\"url\":\"http://example.org\"}").post("/api/v1/articles"), 400)
                .body("detail", containsString("footnote.fetch.enabled"));
        problem(
                        json("{\"url\":\"http://example.org\",\"text\":\"The cat sat.\"}")
                                .post("/api/v1/articles"),
                        400)
                .body("detail", containsString("one of them"));
        problem(json("{\"text\":\" \"}").post("/api/v1/articles"), 400);
        problem(json("{\"title\":\"x\"}").post("/api/v1/articles"), 400);
        problem(given().multiPart("title", "no file").post("/api/v1/articles"), 400);
        problem(
                        given().multiPart("file", "a.txt", "text".getBytes(StandardCharsets.UTF_8))
                                .multiPart("colour", "red")
                                .post("/api/v1/articles"),
                        400)
                .body("detail", containsString("colour"));
        problem(
                        given().multiPart("file", "a.txt", "one".getBytes(StandardCharsets.UTF_8))
                                .multiPart("file", "b.txt", "two".getBytes(StandardCharsets.UTF_8))
                                .post("/api/v1/articles"),
                        400)
                .body("detail", containsString("2 times"));
        problem(upload("a.exe", 10), 415).body("detail", containsString("a.exe"));
        problem(
                        given().multiPart("file", "a.pdf", "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8))
                                .post("/api/v1/articles"),
                        422)
                .body("detail", containsString("a.pdf"));
        problem(upload("a.txt", 5_000_001), 413);
    }

    @Test
    void searchReturnsPassages() {
        String id = added("marrow.txt", LIGHTHOUSE.getBytes(StandardCharsets.UTF_8));
        json("{\"query\":\"lighthouse\",\"top_k\":3}")
                .post("/api/v1/search")
                .then()
                .statusCode(200)
                .body("passages.size()", equalTo(3))
                .body("passages[0].document_id", equalTo(id))
                .body("passages[0].start_char_index", equalTo(54))
                .body("passages[0].text", equalTo(BUILT));
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
        problem(json("{\"query\":\" \"}").post("/api/v1/search"), 400);
        problem(json("{\"query\":\"" + "x".repeat(2_001) + "\"}").post("/api/v1/search"), 400);
        problem(json("{\"query\":\"x\",\"top_k\":21}").post("/api/v1/search"), 400);
        problem(json("{\"query\":\"x\",\"size\":21}").post("/api/v1/search"), 400);
    }

    @Test
    void feedbackIsTakenForAKnownAnswerOnly() {
        String id = json("{\"question\":\"x\"}")
                .post("/api/v1/ask")
                .then()
                .extract()
                .path("message_id");
        for (boolean positive : List.of(true, false)) {
            json("{\"message_id\":\"" + id + "\",\"is_positive\":" + positive + ",\"reasons\":[\"wrong source\"]}")
                    .post("/api/v1/feedback")
                    .then()
                    .statusCode(204);
        }
        problem(json("{\"message_id\":\"none\",\"is_positive\":true}").post("/api/v1/feedback"), 404);
        problem(json("{\"message_id\":\"" + id + "\"}").post("/api/v1/feedback"), 400);
        problem(json("{\"is_positive\":true}").post("/api/v1/feedback"), 400);

        given().queryParam("limit", 1_000)
                .get("/api/v1/feedback")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("feedback.find { it.message_id == '" + id + "' }.is_positive", equalTo(false));
        given().accept("text/csv")
                .get("/api/v1/feedback")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("\"" + id + "\",\"false\",\"wrong source\""));
        given().accept("application/x-ndjson")
                .get("/api/v1/feedback")
                .then()
                .statusCode(200)
                .body(containsString("\"message_id\":\"" + id + "\""));
        problem(given().get("/api/v1/feedback?limit=0"), 400);
        problem(given().get("/api/v1/feedback?after=x"), 400);
    }

    @Test
    void streamTellsTheEventsInOrderAndEndsWithTheUnstreamedAnswer() throws IOException {
        String id = added("marrow.txt", LIGHTHOUSE.getBytes(StandardCharsets.UTF_8));
        Response streamed = json(request(QUESTION, "c", id).put("stream", true).toString())
                .accept("application/json")
                .post("/api/v1/ask");
        streamed.then().statusCode(200).contentType(containsString("text/event-stream"));
        List<String> names = new ArrayList<>();
        StringBuilder deltas = new StringBuilder();
        JsonNode end = JSON.createObjectNode();
        for (String event : streamed.asString().split("\n\n", -1)) {
            if (event.isEmpty()) {
                continue;
            }
            String name = event.lines()
                    .filter(line -> line.startsWith("event: "))
                    .findFirst()
                    .orElseThrow()
                    .substring(7);
            JsonNode data = JSON.readTree(event.substring(event.indexOf("data: ") + 6));
            names.add(name);
            if (name.equals("message_delta")) {
                deltas.append(data.get("content").asText());
            }
            end = data;
        }
        assertThat(names)
                .containsExactly(
                        "message_start", "sources", "message_delta", "message_delta", "citation", "message_end");
        JsonNode whole = JSON.readTree(
                json(request(QUESTION, "c", id).put("stream", false).toString())
                        .accept("text/event-stream")
                        .post("/api/v1/ask")
                        .then()
                        .contentType("application/json")
                        .extract()
                        .asString());
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
        assertThat(deltas.toString()).isEqualTo(whole.get("answer").asText());
        for (JsonNode answer : List.of(end, whole)) {
            ((ObjectNode) answer).remove(List.of("message_id", "timings_ms"));
        }
        assertThat(end).isEqualTo(whole);
    }

    @Test
    void acceptHeaderAloneAsksForAStream() {
        json("{\"question\":\"Who?\"}")
                .accept("text/event-stream")
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .contentType(containsString("text/event-stream"));
    }

    @Test
    void readinessApiDescriptionAndMetricsAreServed() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", org.hamcrest.Matchers.hasItem("answers"));
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Footnote"))
                .body("paths.'/api/v1/ask'.post.summary", notNullValue());
        given().get("/q/swagger-ui/").then().statusCode(200);
        json("{\"question\":\"x\"}").post("/api/v1/ask");
        given().get("/q/metrics").then().statusCode(200).body(containsString("footnote_answers"));
    }

    private static ObjectNode request(String question, String conversation, String articleId) {
        ObjectNode request = JSON.createObjectNode().put("question", question).put("conversation_id", conversation);
        request.putArray("article_ids").add(articleId);
        return request;
    }

    @Test
    void everyOperationOfTheApiIsDescribedWithItsProblems() throws IOException {
        JsonNode api = JSON.readTree(given().get("/q/openapi?format=json").asString());
        assertThat(names(api.at("/components/schemas/Problem/properties")))
                .containsExactlyInAnyOrder("type", "title", "status", "detail");
        List<JsonNode> described = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                if (path.getKey().startsWith("/api/") && operation.has("responses")) {
                    described.add(operation.get("responses"));
                }
            }
        }
        assertThat(described).hasSizeGreaterThan(10).allSatisfy(responses -> {
            assertThat(names(responses)).contains("429", "default");
            responses.properties().stream()
                    .filter(response -> response.getKey().matches("[45]..|default"))
                    .forEach(response -> assertThat(response.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .as(response.getKey())
                            .isEqualTo("#/components/schemas/Problem"));
        });
        assertThat(names(api.at("/paths/~1api~1v1~1ask/post/responses")))
                .contains("200", "400", "401", "403", "404", "503");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String content(String articleId) {
        byte[] bytes = given().get("/api/v1/articles/" + articleId + "/content").asByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String slice(String content, JsonNode citation, String start, String end) {
        return content.substring(citation.get(start).asInt(), citation.get(end).asInt());
    }

    private static Response upload(String name, int size) {
        return given().multiPart("file", name, "x".repeat(size).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/articles");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // refused before all was sent; what was answered counts
            }
            InputStream in = socket.getInputStream();
            StringBuilder response = new StringBuilder();
            byte[] buffer = new byte[4_096];
            int read;
            while (!response.toString().contains("}") && (read = in.read(buffer)) > 0) {
                response.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return response.toString();
        }
    }
}
