package dev.footnote.api;

import static dev.footnote.api.Requests.ask;
import static dev.footnote.api.Requests.json;
import static dev.footnote.api.Requests.object;
import static dev.footnote.api.Requests.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.TownClock;
import dev.footnote.retrieval.OpenSearchServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Footnote starts before OpenSearch does, outlives it, and finds it again, each time without a restart. */
@QuarkusTest
@TestProfile(OpenSearchOutageTest.OverOpenSearch.class)
class OpenSearchOutageTest {

    /** The port, for the test, which is loaded by another class loader than the profile. */
    private static final String PORT = "test.opensearch.port";

    /** Nothing listens at the port yet. */
    public static class OverOpenSearch implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, String.valueOf(OpenSearchServer.freePort()));
            }
            return Map.of(
                    "footnote.index.engine",
                    "opensearch",
                    "footnote.opensearch.hosts",
                    "http://127.0.0.1:" + System.getProperty(PORT));
        }
    }

    @Test
    void questionsAreAnsweredWheneverOpenSearchIsThere(@TempDir Path folder) throws Exception {
        OpenSearchServer server = new OpenSearchServer(folder, Integer.parseInt(System.getProperty(PORT)));
        isOutOfReach();

        server.start();
        try {
            isReady();
            answers();
            String id = json(object("text", "The ferry to Brill leaves at noon."))
                    .post("/api/v1/articles")
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("ready"))
                    .extract()
                    .path("id");

            server.kill();
            isOutOfReach();
            problem(given().delete("/api/v1/articles/" + id), 503);

            // All it had is lost; the articles are not.
            server.forget();
            server.start();
            isReady();
            answers();
            assertThat(ask(object("question", "When does the ferry to Brill leave?"))
                            .get("answer_text")
                            .asText())
                    .contains("noon");
            given().delete("/api/v1/articles/" + id).then().statusCode(204);
        } finally {
            server.kill();
        }
    }

    private static void answers() {
        JsonNode answer = ask(object("question", TownClock.QUESTION));
        assertThat(answer.get("answer").asText()).isEqualTo(TownClock.NOTED_ANSWER);
    }

    private static void isReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    private static void isOutOfReach() {
        String question = object("question", TownClock.QUESTION);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> json(question).post("/api/v1/ask").statusCode() == 503);
        for (Response refused : new Response[] {
            json(question).post("/api/v1/ask"),
            json(question).accept("text/event-stream").post("/api/v1/ask"),
            json(object("query", "clock")).post("/api/v1/search"),
            json(object("text", TownClock.CLAIM + ".")).post("/api/v1/verify"),
            json(object("text", "A text.")).post("/api/v1/articles")
        }) {
            problem(refused, 503)
                    .header("Retry-After", equalTo("5"))
                    .body("detail", containsString("cannot be reached"))
                    .body("detail", not(containsString("127.0.0.1")));
        }
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'answers' }.data.why", containsString("footnote.opensearch.hosts"));
        given().get("/q/health/live").then().statusCode(200);
    }
}
