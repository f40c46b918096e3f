package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.TownClock;
import dev.footnote.retrieval.OpenSearchServer;
import dev.footnote.store.PostgresqlServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the packaged application over one PostgreSQL and one OpenSearch, both real. The cases follow one another:
 * what one leaves is where the next begins.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {

    static final String LIGHTHOUSE =
            """
            The lighthouse of Marlow Point was built in 1871. Its first keeper was Edith Crane.

            In winter the road to the lighthouse is closed.
            """;

    private final Path folder;
    private final Path seeds;
    private final PostgresqlServer postgresql = PostgresqlServer.started();
    private final String store = postgresql.url(postgresql.newSchema());
    private final OpenSearchServer openSearch;
    private final List<Replica> started = new ArrayList<>();
    private Replica a;
    private Replica b;

    ReplicasIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.seeds = Files.createDirectories(folder.resolve("seeds"));
        this.openSearch = new OpenSearchServer(
                Files.createDirectories(folder.resolve("opensearch")), OpenSearchServer.freePort());
    }

    private Replica replica(String name) throws IOException {
        Replica replica = new Replica(
                folder,
                name,
                Map.of(
                        "footnote.store.url",
                        store,
                        "footnote.opensearch.hosts",
                        openSearch.address().toString(),
                        "footnote.opensearch.replicas",
                        "0",
                        // Longer texts are indexed after they are acknowledged.
                        "footnote.ingestion.wait-for",
                        "1000"));
        started.add(replica);
        return replica;
    }

    @BeforeAll
    void start() throws Exception {
        Files.copy(Path.of("src/test/resources/seeds/town-clock.txt"), seeds.resolve("town-clock.txt"));
        openSearch.start();
        a = replica("a");
        a.isReady();
        b = replica("b");
        b.isReady();
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (Replica each : started) {
            each.kill();
        }
        openSearch.kill();
        postgresql.close();
    }

    @Test
    @Order(1)
    void seedsAreReadByOneAndAskedAtBoth() {
        assertThat(a.articles()).containsExactly("town-clock");
        assertThat(b.articles()).containsExactly("town-clock");
        for (Replica each : List.of(a, b)) {
            assertThat(each.ask(TownClock.QUESTION, "seeds").path("answer").asText())
                    .isEqualTo(TownClock.NOTED_ANSWER);
        }
        assertThat(b.told()).doesNotContain("This replica leads");
    }

    @Test
    @Order(2)
    void whatOneAcknowledgesTheOtherAnswersAtOnce() {
        for (int i = 0; i < 5; i++) {
            Replica one = i % 2 == 0 ? a : b;
            Replica other = i % 2 == 0 ? b : a;
            String text = "The ferry to Brill leaves at noon.";
            String id = one.json("POST", "/api/v1/articles", 201, Map.of("text", text, "title", "Ferry"))
                    .path("id")
                    .asText();
            Map<String, Object> question =
                    Map.of("question", "When does the ferry to Brill leave?", "article_ids", List.of(id));
            JsonNode answer = other.json("POST", "/api/v1/ask", 200, question);
            assertThat(answer.path("answer_text").asText()).contains("noon");
            assertThat(other.json("GET", "/api/v1/articles/" + id, 200, Map.of())
                            .path("state")
                            .asText())
                    .isEqualTo("ready");

            other.json(
                    "PUT",
                    "/api/v1/articles/" + id,
                    200,
                    Map.of("text", "The ferry to Brill leaves at midnight.", "title", "Ferry"));
            assertThat(one.send("GET", "/api/v1/articles/" + id + "/content", "")
                            .body())
                    .contains("midnight");
            assertThat(one.json("POST", "/api/v1/ask", 200, question)
                            .path("answer_text")
                            .asText())
                    .contains("midnight");

            assertThat(other.send("DELETE", "/api/v1/articles/" + id, "").statusCode())
                    .isEqualTo(204);
            assertThat(one.send("GET", "/api/v1/articles/" + id, "").statusCode())
                    .isEqualTo(404);
            one.json("POST", "/api/v1/ask", 404, question);
            assertThat(one.articles()).containsExactly("town-clock");
        }
    }

    @Test
    @Order(3)
    void aConversationGoesOnAtTheOther() {
        a.json("POST", "/api/v1/articles", 201, Map.of("text", LIGHTHOUSE, "title", "The lighthouse"));
        JsonNode first = a.ask("Who was the first keeper of the lighthouse?", "talk");
        assertThat(first.path("answer_text").asText()).contains("Edith Crane");
        JsonNode second = b.ask("And when was it built?", "talk");
        assertThat(second.path("answer_text").asText()).contains("1871");

        JsonNode turns =
                a.json("GET", "/api/v1/conversations/talk", 200, Map.of()).path("turns");
        assertThat(turns.findValuesAsText("message_id"))
                .containsExactly(
                        first.path("message_id").asText(),
                        second.path("message_id").asText());
        String share = b.json("POST", "/api/v1/conversations/talk/share", 200, Map.of())
                .path("url")
                .asText();
        assertThat(a.send("GET", share, "").statusCode()).isEqualTo(200);
        assertThat(a.send("DELETE", "/api/v1/conversations/talk", "").statusCode())
                .isEqualTo(204);
        assertThat(b.send("GET", "/api/v1/conversations/talk", "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void whatADeadReplicaHadAcknowledgedTheOtherFinishes() throws Exception {
        StringBuilder text = new StringBuilder("The secret word of the harbour master is wistaria.\n\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("Berth ")
                    .append(i)
                    .append(" holds a boat that carries ")
                    .append(i * 7 % 1_000);
            text.append(" barrels of herring to the market of the town.\n\n");
        }
        String id = a.json("POST", "/api/v1/articles", 202, Map.of("text", text.toString(), "title", "Berths"))
                .path("id")
                .asText();
        a.kill();
        assertThat(b.json("GET", "/api/v1/articles/" + id, 200, Map.of())
                        .path("state")
                        .asText())
                .isEqualTo("indexing");

        Replica.eventually().until(() -> b.json("GET", "/api/v1/articles/" + id, 200, Map.of())
                .path("state")
                .asText()
                .equals("ready"));
        assertThat(b.json(
                                "POST",
                                "/api/v1/ask",
                                200,
                                Map.of(
                                        "question",
                                        "What is the secret word of the harbour master?",
                                        "article_ids",
                                        List.of(id)))
                        .path("answer_text")
                        .asText())
                .contains("wistaria");
        assertThat(b.send("GET", "/api/v1/articles/" + id + "/content", "").body())
                .isEqualTo(text.toString());
        assertThat(b.told()).contains("This replica leads");

        Files.writeString(seeds.resolve("lamp.txt"), "The lamp of Ashmere was lit by Nora Quill.");
        Replica.eventually().until(() -> b.articles().contains("lamp"));
        assertThat(b.json("GET", "/api/v1/articles/town-clock", 200, Map.of())
                        .path("state")
                        .asText())
                .isEqualTo("ready");
    }

    @Test
    @Order(5)
    void withoutOpenSearchNothingIsAnsweredUntilItIsBack() throws Exception {
        a = replica("a");
        a.isReady();
        assertThat(a.articles()).isEqualTo(b.articles());

        openSearch.kill();
        for (Replica each : List.of(a, b)) {
            isOutOfReach(each);
        }
        openSearch.start();
        for (Replica each : List.of(a, b)) {
            each.isReady();
            assertThat(each.ask(TownClock.QUESTION, "after").path("answer").asText())
                    .isEqualTo(TownClock.NOTED_ANSWER);
        }
    }

    @Test
    @Order(6)
    void withoutPostgresqlNothingIsAnsweredUntilItIsBack() {
        postgresql.stop();
        for (Replica each : List.of(a, b)) {
            isOutOfReach(each);
            HttpResponse<String> list = each.send("GET", "/api/v1/articles", "");
            assertThat(list.statusCode()).as(list.body()).isEqualTo(503);
            assertThat(list.headers().firstValue("Retry-After")).contains("5");
        }
        postgresql.start();
        for (Replica each : List.of(a, b)) {
            each.isReady();
            assertThat(each.ask(TownClock.QUESTION, "after").path("answer").asText())
                    .isEqualTo(TownClock.NOTED_ANSWER);
        }
        b.json("POST", "/api/v1/articles", 201, Map.of("text", "The mill of Ashmere has four sails."));
        assertThat(a.json("POST", "/api/v1/ask", 200, Map.of("question", "How many sails has the mill of Ashmere?"))
                        .path("answer_text")
                        .asText())
                .containsIgnoringCase("four");
    }

    private static void isOutOfReach(Replica replica) {
        String question = "{\"question\":\"" + TownClock.QUESTION + "\"}";
        Replica.eventually()
                .until(() -> replica.send("POST", "/api/v1/ask", question).statusCode() == 503);
        HttpResponse<String> refused = replica.send("POST", "/api/v1/ask", question);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("cannot be reached").doesNotContain("127.0.0.1");
        Replica.eventually().until(() -> replica.readiness() == 503);
        assertThat(replica.send("GET", "/q/health/live", "").statusCode()).isEqualTo(200);
    }
}
