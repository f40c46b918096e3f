package dev.footnote.evaluation.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short forms of what the commands {@code fuzz} and {@code soak} do, and clients that hold on to what they have. */
@QuarkusTest
@TestProfile(AbuseTest.Alone.class)
class AbuseTest {

    /** An application that no other test asks: its articles are deleted here. */
    public static class Alone implements QuarkusTestProfile {}

    private static final int REQUESTS = 800;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long SEED = 20_261_127;

    private static final int QUESTIONS = 60;
    private static final int CLIENTS = 8;

    private static final int HOLDING = 200;

    private final Ingestion ingestion;

    AbuseTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void articlesAreReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    @Test
    void hostileRequestsAreAnsweredAsTheyShouldBe() throws Exception {
        FuzzReport report = new ApiFuzz(server(), SEED).run(REQUESTS, LONGEST);
        System.out.print(report.print());
        assertThat(report.faults()).isEmpty();
        assertThat(report.statuses()).containsKeys(200, 400, 404, 405);
    }

    /** Too short for figures of the heap. */
    @Test
    void everyAnswerIsRightWhileArticlesComeAndGo() throws Exception {
        SoakReport report = new Soak(server()).run(QUESTIONS, CLIENTS, LONGEST);
        System.out.print(report.print());
        assertThat(report.faults()).isEmpty();
        assertThat(report.changes()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/articles/%2",
                "/articles/a?cite=%zz",
                "/api/v1/articles/%zz",
                "/api/v1/ask?q=%zz",
                "/api/v1/ask?q=a|b",
                "/assets/%zz",
                "/q/health?%zz",
                "/mcp?%zz",
                "/slack/events?%zz",
                "/v1/models/%zz"
            })
    void anAddressThatIsNoneIsAProblem(String address) throws Exception {
        for (String method : List.of("GET", "POST", "DELETE")) {
            String request = method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                    + "Content-Type: application/json\r\nConnection: close\r\n\r\n{}";
            RawReply reply = RawReply.to(server(), request.getBytes(StandardCharsets.US_ASCII), new byte[0]);
            assertThat(reply.status()).as(method).isEqualTo(400);
            assertThat(reply.header("content-type"))
                    .contains(address.startsWith("/v1/") ? "application/json" : "application/problem+json");
            assertThat(reply.body()).contains("address is malformed");
        }
    }

    @Test
    void aRequestWithoutHostIsAProblem() throws Exception {
        String request = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";
        RawReply reply = RawReply.to(server(), request.getBytes(StandardCharsets.US_ASCII), new byte[0]);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.header("content-type")).contains("application/problem+json");
    }

    @Test
    void clientsThatNeverEndTheirRequestStopNobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < HOLDING; i++) {
                // Half in the middle of their headers, half in the middle of their body.
                slow.add(opened(
                        i % 2 == 0
                                ? "POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nX-Slow: a"
                                : "POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 500\r\n\r\n{\"question\":\""));
            }
            assertOthersAreAnswered();
        } finally {
            close(slow);
        }
    }

    /** They ask for an answer as events and read none of it: each keeps its connection, none the server. */
    @Test
    void clientsThatReadNoEventsStopNobody() throws Exception {
        String body = "{\"question\":\"hello\",\"stream\":true}";
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < HOLDING; i++) {
                idle.add(opened("POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Accept: text/event-stream\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
            }
            assertOthersAreAnswered();
        } finally {
            close(idle);
        }
    }

    private static void assertOthersAreAnswered() throws IOException {
        // Hostile requests may have deleted it.
        String article = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("text", Files.readString(Path.of("src/test/resources/seeds/town-clock.txt"))))
                .post("/api/v1/articles")
                .then()
                .extract()
                .path("id");
        for (int i = 0; i < 10; i++) {
            String said = RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("question", TownClock.QUESTION, "article_ids", List.of(article)))
                    .post("/api/v1/ask")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("answer_text");
            assertThat(said).isEqualTo(TownClock.ANSWER);
        }
    }

    private static URI server() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    private static Socket opened(String request) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
