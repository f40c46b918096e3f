package dev.footnote.api;

import static dev.footnote.api.Requests.added;
import static dev.footnote.api.Requests.askArticle;
import static dev.footnote.api.Requests.json;
import static dev.footnote.api.Requests.object;
import static dev.footnote.api.Requests.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.article.Article;
import dev.footnote.article.Formats;
import dev.footnote.article.Formats.PdfLine;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a file to a cited answer, over HTTP. */
@QuarkusTest
class FilesTest {

    private static final String INTRODUCTION = "The coast north of the village is known for its fog.";
    private static final String BY_QUILL = "The lighthouse of Marrow Point was built by Ada Quill in 1871.";
    private static final String BY_THORN = "In 1902 the lighthouse of Marrow Point was built anew by Bela Thorn.";
    private static final String QUESTION = "Who built the lighthouse of Marrow Point?";

    private final Ingestion ingestion;

    FilesTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void articlesAreReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    @ParameterizedTest
    @MethodSource
    void everyFormatIsAnsweredFromWithExactOffsets(String name, byte[] file, String mediaType) {
        String id = added(name, file);
        given().get("/api/v1/articles/" + id).then().body("media_type", equalTo(mediaType));

        JsonNode answer = askArticle(id, QUESTION);

        assertThat(answer.get("answer").asText()).isEqualTo("Ada Quill [1]");
        assertThat(answer.get("citations").get(0).get("cited_text").asText()).isEqualTo(BY_QUILL);
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    static Stream<Arguments> everyFormatIsAnsweredFromWithExactOffsets() throws IOException {
        return Stream.of(
                Arguments.of("a.txt", Formats.utf8("\ufeff" + INTRODUCTION + "\r\n\r\n" + BY_QUILL), "text/plain"),
                Arguments.of(
                        "a.md",
                        Formats.utf8("# *Marrow* Point 🎉\n\n" + INTRODUCTION + "\n\n" + BY_QUILL),
                        "text/markdown"),
                Arguments.of(
                        "a.html",
                        Formats.utf8("<html><nav>Home</nav><main><h1>Marrow &amp; Point</h1><p>" + INTRODUCTION
                                + "</p><p>" + BY_QUILL.replace("Ada", "<b>Ada</b>") + "</p></main></html>"),
                        "text/html"),
                Arguments.of(
                        "a.pdf",
                        Formats.pdf(List.of(List.of(PdfLine.of(INTRODUCTION)), List.of(PdfLine.of(BY_QUILL)))),
                        "application/pdf"),
                Arguments.of(
                        "a.docx",
                        Formats.docx("Marrow Point", INTRODUCTION, BY_QUILL),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                Arguments.of(
                        "a.pptx",
                        Formats.pptx("Marrow Point", INTRODUCTION, BY_QUILL),
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                Arguments.of(
                        "a.epub",
                        Formats.epub("Marrow Point", "<p>" + INTRODUCTION + "</p>", "<p>" + BY_QUILL + "</p>"),
                        "application/epub+zip"),
                // A column of its own is a list; no row of it names the others.
                Arguments.of("a.csv", Formats.utf8(INTRODUCTION + "\r\n" + BY_QUILL + "\r\n"), "text/csv"));
    }

    @Test
    void citationOfAPdfNamesItsPage() throws IOException {
        String id = added(
                "paged.pdf", Formats.pdf(List.of(List.of(PdfLine.of(INTRODUCTION)), List.of(PdfLine.of(BY_QUILL)))));
        assertThat(askArticle(id, QUESTION).get("citations").get(0).get("page").asInt())
                .isEqualTo(2);
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    @Test
    void citationOfASentenceOverTwoPagesNamesBoth() throws IOException {
        PdfLine first = PdfLine.of("In 1902, when the old tower had been lost to the sea, the lighthouse of");
        PdfLine second = PdfLine.of("Marrow Point was built anew by Bela Thorn, who lived in it until his death.");
        String id = added("over.pdf", Formats.pdf(List.of(List.of(PdfLine.of(INTRODUCTION), first), List.of(second))));
        JsonNode citation = askArticle(id, "Who built the lighthouse of Marrow Point anew?")
                .get("citations")
                .get(0);
        assertThat(citation.get("cited_text").asText()).isEqualTo(first.text() + " " + second.text());
        assertThat(citation.get("page").asInt()).isEqualTo(1);
        assertThat(citation.get("page_end").asInt()).isEqualTo(2);
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    @Test
    void sameTextAgainIsTheArticleThatIsThere() {
        String id = added("first.txt", Formats.utf8(BY_QUILL));
        Requests.upload("second.md", Formats.utf8(BY_QUILL))
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    @Test
    void whatWasReplacedOrDeletedIsNeverFoundAgain() {
        String id = added("lighthouse.txt", Formats.utf8(INTRODUCTION + "\n\n" + BY_QUILL));
        given().multiPart("file", "other.txt", Formats.utf8(BY_THORN))
                .put("/api/v1/articles/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ready"));

        assertThat(askArticle(id, QUESTION).get("answer_text").asText()).isEqualTo("Bela Thorn");
        assertThat(passages("Ada Quill Marrow Point")).contains(BY_THORN).doesNotContain(BY_QUILL, INTRODUCTION);

        given().delete("/api/v1/articles/" + id).then().statusCode(204);
        problem(given().get("/api/v1/articles/" + id), 404);
        problem(given().delete("/api/v1/articles/" + id), 404);
        assertThat(passages("Ada Quill Marrow Point")).doesNotContain(BY_THORN);
    }

    @Test
    void answersDuringReplacementsAreOfOneWholeVersion() throws Exception {
        List<String> versions = List.of(INTRODUCTION + "\n\n" + BY_QUILL, BY_THORN + "\n\n" + INTRODUCTION);
        Map<String, String> byRevision =
                versions.stream().collect(Collectors.toMap(Article::revisionOf, Function.identity()));
        String id = added("changing.txt", Formats.utf8(versions.get(0)));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<List<Response>>> work = List.of(
                    () -> IntStream.rangeClosed(1, 20)
                            .mapToObj(i -> given().multiPart("file", "x.txt", Formats.utf8(versions.get(i % 2)))
                                    .put("/api/v1/articles/" + id))
                            .toList(),
                    () -> IntStream.range(0, 10)
                            .mapToObj(
                                    i -> Requests.upload("new-" + i + ".txt", Formats.utf8("Upload number " + i + ".")))
                            .toList(),
                    () -> IntStream.range(0, 25)
                            .mapToObj(i -> json("{\"question\":\"" + QUESTION + "\",\"article_ids\":[\"" + id + "\"]}")
                                    .post("/api/v1/ask"))
                            .toList());
            List<Future<List<Response>>> done = threads.invokeAll(work);
            done.get(0).get().forEach(response -> response.then().statusCode(200));
            for (Response response : done.get(1).get()) {
                response.then().statusCode(201);
                given().delete("/api/v1/articles/" + response.path("id")).then().statusCode(204);
            }
            for (Response response : done.get(2).get()) {
                JsonNode answer =
                        Requests.parse(response.then().statusCode(200).extract().asString());
                assertThat(answer.get("citations")).isNotEmpty();
                for (JsonNode citation : answer.get("citations")) {
                    String url = citation.get("url").asText();
                    String revision = url.substring(url.indexOf("&v=") + 3);
                    assertThat(byRevision).containsKey(revision);
                    String text = byRevision.getOrDefault(revision, "");
                    assertThat(text.substring(
                                    citation.get("start_char_index").asInt(),
                                    citation.get("end_char_index").asInt()))
                            .isEqualTo(citation.get("cited_text").asText());
                }
                assertThat(answer.get("answer_text").asText()).containsAnyOf("Ada Quill", "Bela Thorn");
            }
        } finally {
            threads.shutdownNow();
        }
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    private static List<String> passages(String query) {
        return json(object("query", query))
                .post("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .path("passages.text");
    }
}
