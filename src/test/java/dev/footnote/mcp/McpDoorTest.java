package dev.footnote.mcp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.NodeProject;
import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assistants use the articles as tools and as things to be read. */
@QuarkusTest
class McpDoorTest {

    private final Ingestion ingestion;

    McpDoorTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void articlesAreReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    @Test
    void agreesOnTheVersionAndTellsWhatItCanDo() {
        send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}")
                .then()
                .statusCode(200)
                .body("result.protocolVersion", equalTo("2025-06-18"))
                .body("result.serverInfo.name", equalTo("footnote"))
                .body("result.capabilities.keySet()", hasItems("tools", "resources"));
        call("initialize", "{\"protocolVersion\":\"1999-01-01\"}")
                .then()
                .body("result.protocolVersion", equalTo("2025-11-25"));
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .then()
                .statusCode(202);
        call("ping", "{}").then().statusCode(200).body("result.size()", equalTo(0));
    }

    @Test
    void toolsAnswerAndSayWhatIsWrongWithTheirArguments() {
        call("tools/list", "{}")
                .then()
                .body("result.tools.name", hasItems("ask_article", "search_articles", "get_passage"))
                .body("result.tools.inputSchema.required", hasItem(hasItem("question")));
        tool("ask_article", "{\"question\":\"" + TownClock.QUESTION + "\"}")
                .then()
                .statusCode(200)
                .body("result.isError", equalTo(false))
                .body("result.structuredContent.answer", equalTo(TownClock.NOTED_ANSWER))
                .body(
                        "result.content[0].text",
                        matchesPattern("(?s)" + Pattern.quote(TownClock.NOTED_ANSWER)
                                + "\n\\((?:stated|likely)\\)\n\n\\[1] \".*"));
        tool("ask_article", "{\"question\":\"Who?\",\"article_ids\":[\"none\"]}")
                .then()
                .statusCode(200)
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", containsString("none"));
        tool("ask_article", "{\"query\":\"Who?\"}")
                .then()
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", containsString("\"query\""));
        tool("search_articles", "{\"query\":\"clock\",\"top_k\":21}")
                .then()
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", containsString("from 1 to 20"));
    }

    @Test
    void errorsAreThoseOfTheProtocol() {
        tool("sing", "{}").then().body("error.code", equalTo(-32_602));
        call("sampling/do", "{}").then().body("error.code", equalTo(-32_601));
        send("{\"id\":1}").then().body("error.code", equalTo(-32_600));
        send("[]").then().body("error.code", equalTo(-32_600));
        send("{").then().statusCode(400).body("error.code", equalTo(-32_700));
        call("resources/read", "{\"uri\":\"file:///etc/passwd\"}").then().body("error.code", equalTo(-32_002));
        call("resources/list", "{\"cursor\":\"-1\"}").then().body("error.code", equalTo(-32_602));
        given().get("/mcp").then().statusCode(405);
        given().contentType("application/json")
                .header("Origin", "https://elsewhere.example")
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .header("MCP-Protocol-Version", "1999-01-01")
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(400);
    }

    @Test
    void batchIsAnsweredButForItsNotifications() {
        send("[{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"method\":\"x\"}]")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("[0].id", equalTo("a"));
    }

    @Test
    void officialClientUsesEveryTool() throws Exception {
        JsonNode seen = new ObjectMapper()
                .readTree(NodeProject.run(
                        "mcp.mjs", TownClock.QUESTION, "http", "http://localhost:" + RestAssured.port + "/mcp"));
        assertThat(seen.at("/server/name").asText()).isEqualTo("footnote");
        assertThat(seen.get("tools")).hasSize(3);
        assertThat(seen.get("resources").asInt()).isPositive();
        assertThat(seen.get("characters").asInt()).isPositive();
        assertThat(seen.get("asked").asText()).startsWith(TownClock.NOTED_ANSWER);
        assertThat(seen.get("passage").asText()).isEqualTo(seen.get("cited").asText());
        assertThat(seen.get("found").asInt()).isEqualTo(2);
        assertThat(seen.at("/wrong/isError").asBoolean()).isTrue();
    }

    private static Response tool(String name, String arguments) {
        return call("tools/call", "{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}");
    }

    private static Response call(String method, String parameters) {
        return send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + parameters + "}");
    }

    private static Response send(String message) {
        return given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body(message)
                .post("/mcp");
    }
}
