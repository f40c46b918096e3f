package dev.footnote.api;

import static dev.footnote.api.Requests.json;
import static dev.footnote.api.Requests.object;
import static dev.footnote.api.Requests.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.footnote.TownClock;
import dev.footnote.home.AuditLines;
import dev.footnote.http.ApiKeys;
import dev.footnote.http.Scope;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who comes through a proxy is a stranger, even on this machine. */
@QuarkusTest
@TestProfile(RemoteClientTest.PublishedServer.class)
@TestMethodOrder(OrderAnnotation.class)
class RemoteClientTest {

    private static final int REQUESTS = 40;
    private static final String ARTICLES = "https://ask.example.org/articles/";
    private static final String SEARCH = object("query", TownClock.WORD_OF_CLAIM);

    private final Ingestion ingestion;

    private final ApiKeys keys;

    RemoteClientTest(Ingestion ingestion, ApiKeys keys) {
        this.ingestion = ingestion;
        this.keys = keys;
    }

    /** A server that others are let in to. */
    public static class PublishedServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "footnote.http.api-key", "the-key",
                    "footnote.http.allowed-hosts", "Ask.Intranet",
                    "footnote.http.allowed-origins", "https://portal.example.org",
                    "footnote.public-url", "https://ask.example.org/",
                    "footnote.http.rate-limit.requests", String.valueOf(REQUESTS),
                    // Longer than any test takes: nothing is refilled meanwhile.
                    "footnote.http.rate-limit.period", "10H");
        }
    }

    @Test
    void onlyTheKeyLetsAStrangerWrite() {
        problem(stranger("{\"text\":\"A text.\"}").post("/api/v1/articles"), 401)
                .header("WWW-Authenticate", equalTo("Bearer"));
        problem(
                stranger("{\"text\":\"A text.\"}")
                        .header("Authorization", "Bearer the-kez")
                        .post("/api/v1/articles"),
                401);
        String id = stranger("{\"text\":\"A text.\"}")
                .header("Authorization", "Bearer the-key")
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        problem(given().header("Via", "1.1 proxy").delete("/api/v1/articles/" + id), 401);
        given().header("Via", "1.1 proxy")
                .header("X-Api-Key", "the-key")
                .delete("/api/v1/articles/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void keyThatWasMadeLetsItsHolderDoWhatItsScopeSays() throws IOException {
        String asks = keys.make("a portal", Scope.ASK).secret();
        ApiKeys.Made manages = keys.make("an editor", Scope.MANAGE);
        problem(stranger("{\"text\":\"A text.\"}").header("X-Api-Key", asks).post("/api/v1/articles"), 403)
                .body("detail", containsString("scope manage"));
        problem(given().header("Via", "1.1 proxy").get("/api/v1/feedback"), 401);
        problem(given().header("Via", "1.1 proxy").header("X-Api-Key", asks).get("/api/v1/feedback"), 403);
        given().header("Via", "1.1 proxy")
                .header("X-Api-Key", manages.secret())
                .get("/api/v1/feedback")
                .then()
                .statusCode(200);
        String id = stranger("{\"text\":\"Another text.\"}")
                .header("X-Api-Key", manages.secret())
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().header("Via", "1.1 proxy")
                .header("X-Api-Key", manages.secret())
                .delete("/api/v1/articles/" + id)
                .then()
                .statusCode(204);
        keys.withdraw(manages.key().id());
        problem(
                stranger("{\"text\":\"Another text.\"}")
                        .header("X-Api-Key", manages.secret())
                        .post("/api/v1/articles"),
                401);
    }

    @Test
    void auditLogTellsWhoChangedWhatAndNothingOfWhatItSays() throws IOException {
        ApiKeys.Made editor = keys.make("an editor", Scope.MANAGE);
        String by = "by key " + editor.key().id() + " (an editor) at 127.0.0.1";
        AuditLines audited = new AuditLines();
        try {
            String id = stranger("{\"text\":\"The heron left at dawn.\"}")
                    .header("X-Api-Key", editor.secret())
                    .post("/api/v1/articles")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            stranger("{\"text\":\"The heron came back.\"}")
                    .header("X-Api-Key", editor.secret())
                    .put("/api/v1/articles/" + id)
                    .then()
                    .statusCode(200);
            problem(given().header("Via", "1.1 proxy").delete("/api/v1/articles/" + id), 401);
            given().delete("/api/v1/articles/" + id).then().statusCode(204);
            assertThat(audited.lines())
                    .filteredOn(line -> line.startsWith("article "))
                    .hasSize(3)
                    .satisfies(lines -> {
                        assertThat(lines.get(0))
                                .startsWith("article added: " + id)
                                .endsWith(by);
                        assertThat(lines.get(1))
                                .startsWith("article replaced: " + id)
                                .endsWith(by);
                        assertThat(lines.get(2)).isEqualTo("article deleted: " + id + ", by loopback");
                    });
            assertThat(audited.lines())
                    .noneSatisfy(line -> assertThat(line).contains(editor.secret()))
                    .noneSatisfy(line -> assertThat(line).contains("The heron"));
        } finally {
            audited.close();
        }
    }

    @Test
    void linksOfAssistantsBeginWithThePublicAddressToo() throws InterruptedException {
        ingestion.awaitReady();
        JsonPath asked = tool("ask_article", "{\"question\":\"" + TownClock.QUESTION + "\"}");
        assertThat(asked.getString("result.structuredContent.citations[0].url")).startsWith(ARTICLES);
        assertThat(asked.getString("result.content[0].text")).contains(ARTICLES);
        JsonPath found = tool("search_articles", "{\"query\":\"" + TownClock.WORD_OF_CLAIM + "\"}");
        assertThat(found.getString("result.structuredContent.passages[0].url")).startsWith(ARTICLES);
        assertThat(found.getString("result.content[0].text")).contains(ARTICLES);
    }

    private static JsonPath tool(String name, String arguments) {
        return json("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + name
                        + "\",\"arguments\":" + arguments + "}}")
                .accept("application/json, text/event-stream")
                .post("/mcp")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** No site may read anything here, whatever it calls itself. */
    @Test
    void otherSitesMayReadNothing() {
        for (String origin : new String[] {"https://example.org", "null", "https://portal.example.org"}) {
            for (String path :
                    new String[] {"/api/v1/ask", "/api/v1/articles", "/api/v1/access", "/v1/models", "/mcp"}) {
                given().header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .options(path)
                        .then()
                        .header("Access-Control-Allow-Origin", nullValue());
                given().header("Origin", origin).get(path).then().header("Access-Control-Allow-Origin", nullValue());
            }
        }
    }

    @Test
    void configuredNamesAreKnownAndOthersAreNot() {
        for (String host : new String[] {"ask.intranet", "ASK.INTRANET:8080", "ask.example.org"}) {
            given().header("Host", host).get("/api/v1/articles").then().statusCode(200);
        }
        problem(given().header("Host", "example.org").get("/api/v1/articles"), 403);
    }

    @Test
    void configuredOriginsMayAskAndOthersMayNot() {
        for (String origin : new String[] {"https://portal.example.org", "https://ask.example.org"}) {
            json(SEARCH).header("Origin", origin).post("/api/v1/search").then().statusCode(200);
        }
        problem(json(SEARCH).header("Origin", "https://example.org").post("/api/v1/search"), 403);
    }

    @Test
    void linksBeginWithThePublicAddress() throws InterruptedException {
        ingestion.awaitReady();
        json(object("question", TownClock.QUESTION))
                .post("/api/v1/ask")
                .then()
                .body("citations[0].url", containsString("https://ask.example.org/articles/"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whoAsksTooOftenIsToldWhenToComeAgain() {
        for (int i = 0; i < REQUESTS; i++) {
            stranger(SEARCH).post("/api/v1/search");
        }
        Response last = stranger(SEARCH).post("/api/v1/search");
        problem(last, 429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        // Those on this machine, and the pages, are not limited.
        json(SEARCH).post("/api/v1/search").then().statusCode(200);
        given().header("Via", "1.1 proxy").get("/").then().statusCode(200);
    }

    private static RequestSpecification stranger(String body) {
        return json(body).header("X-Forwarded-For", "203.0.113.7");
    }
}
