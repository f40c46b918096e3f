package dev.footnote.slack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole application, connected to a mock of Slack by HTTP. */
@QuarkusTest
@TestProfile(EventsResourceTest.InSlack.class)
class EventsResourceTest {

    private final Ingestion ingestion;

    EventsResourceTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    /** Reached through a proxy, as Slack reaches it. */
    public static class InSlack implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Mock.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "footnote.slack.bot-token",
                    "xoxb-1",
                    "footnote.slack.signing-secret",
                    ConnectedSlack.SECRET,
                    "footnote.slack.questions-per-minute",
                    "100",
                    "footnote.slack.streaming",
                    "false",
                    "footnote.public-url",
                    "https://ask.example.org/",
                    "footnote.http.private-reading",
                    "true",
                    "footnote.http.api-key",
                    "the-key",
                    "footnote.http.rate-limit.requests",
                    "2",
                    "footnote.http.rate-limit.period",
                    "10H");
        }
    }

    /** Outlives the application, whose class loader has another copy of this class. */
    public static class Mock implements QuarkusTestResourceLifecycleManager {

        private final MockSlackApi api = new MockSlackApi();

        @Override
        public Map<String, String> start() {
            return Map.of("footnote.slack.api-url", api.url().toString());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(api, new TestInjector.MatchesType(MockSlackApi.class));
        }

        @Override
        public void stop() {
            api.close();
        }
    }

    @SuppressWarnings("NullAway.Init") // by the test resource
    MockSlackApi api;

    @Test
    void mentionGetsTheAnswerOfThePageWithItsLinks() throws InterruptedException {
        ingestion.awaitReady();
        // Not limited like other clients: what is signed by Slack is never turned away.
        for (int i = 0; i < 4; i++) {
            post(Events.mention("Ev" + i, "U1", "C1", "10." + i, "<@UBOT> " + TownClock.QUESTION))
                    .then()
                    .statusCode(200);
        }
        ConnectedSlack.eventually().until(() -> api.calls("chat.postMessage").size() == 4);
        MockSlackApi.RecordedCall said = api.calls("chat.postMessage").get(0);
        assertThat(said.get("text")).startsWith(TownClock.ANSWER);
        assertThat(said.get("blocks"))
                .contains("https://ask.example.org/articles/")
                .contains("rich_text_quote");
        String link = said.get("blocks")
                .replaceAll("(?s).*?\"url\":\"(https[^\"]+)\".*", "$1")
                .replace("\\u003d", "=")
                .replace("\\u0026", "&")
                .replace("https://ask.example.org", "");
        assertThat(link).contains("&t=");
        stranger().urlEncodingEnabled(false).get(link).then().statusCode(200).body(containsString("<mark"));
        stranger()
                .urlEncodingEnabled(false)
                .get(link.replaceFirst("&t=.*", ""))
                .then()
                .statusCode(401);
        stranger()
                .urlEncodingEnabled(false)
                .get(link.replaceFirst("cite=\\d", "cite=9"))
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsPrivateIsReadWithTheKeyOrFromThisMachine() {
        stranger().get("/").then().statusCode(401).contentType("application/problem+json");
        stranger().get("/api/v1/articles").then().statusCode(401);
        stranger().header("X-Api-Key", "the-kez").get("/").then().statusCode(401);
        stranger().header("X-Api-Key", "the-key").get("/").then().statusCode(200);
        stranger().get("/q/health/ready").then().statusCode(200);
        stranger().get("/assets/page.css").then().statusCode(200);
        given().get("/").then().statusCode(200);
    }

    @Test
    void followUpKnowsItsThread() throws InterruptedException {
        ingestion.awaitReady();
        post(Events.direct("EvD1", "20.1", TownClock.INTERVIEW_DAY_QUESTION))
                .then()
                .statusCode(200);
        ConnectedSlack.eventually().until(() -> answersIn("D1").size() == 1);
        post(Events.reply("EvD2", "im", "D1", "20.2", "20.1", "And where?"))
                .then()
                .statusCode(200);
        ConnectedSlack.eventually().until(() -> answersIn("D1").size() == 2);
        assertThat(answersIn("D1").get(1).get("thread_ts")).isEqualTo("20.1");
        assertThat(answersIn("D1").get(1).get("blocks")).contains("Read as: " + TownClock.INTERVIEW_PLACE_QUESTION);
    }

    private List<MockSlackApi.RecordedCall> answersIn(String channel) {
        return api.calls("chat.postMessage").stream()
                .filter(call -> call.get("channel").equals(channel))
                .toList();
    }

    @Test
    void unsignedIsRefused() {
        given().contentType("application/json")
                .body("{\"type\":\"url_verification\",\"challenge\":\"c\"}")
                .post("/slack/events")
                .then()
                .statusCode(401);
        given().get("/slack/events").then().statusCode(405);
    }

    @Test
    void nonAsciiBytesAreVerifiedAsTheyCame() {
        post("{\"type\":\"url_verification\",\"challenge\":\"Grüße ☃\",\"token\":\"x\"}")
                .then()
                .statusCode(200)
                .body(equalTo("Grüße ☃"));
    }

    @Test
    void connectionIsSeenFromOutside() {
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'slack' }.data.configured", equalTo(true));
        given().get("/q/health/ready").then().body("checks.name.contains('slack')", equalTo(false));
    }

    /** Comes through a proxy. */
    private static RequestSpecification stranger() {
        return given().header("X-Forwarded-For", "203.0.113.7").header("Host", "ask.example.org");
    }

    private static Response post(String body) {
        Map<String, List<String>> headers =
                ConnectedSlack.signed(body, Clock.systemUTC().instant().getEpochSecond());
        return stranger()
                .headers(headers)
                .contentType("application/json; charset=utf-8")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/slack/events");
    }
}
