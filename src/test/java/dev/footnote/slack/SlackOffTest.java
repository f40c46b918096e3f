package dev.footnote.slack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without tokens there is no Slack, and nothing is lost by it. */
@QuarkusTest
class SlackOffTest {

    @Test
    void nothingIsTakenAndNothingRuns() {
        given().contentType("application/json")
                .body("{}")
                .post("/slack/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("footnote.slack.bot-token"));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.equals("slack-answers") || name.equals("slack-identity"));
        given().get("/").then().statusCode(200);
    }

    @Test
    void halfAConfigurationIsOffAndSaysWhatIsMissing() {
        for (Map<String, String> half : java.util.List.of(
                Map.of("footnote.slack.bot-token", "xoxb-1"),
                Map.of("footnote.slack.app-token", "xapp-1"),
                Map.of("footnote.slack.bot-token", " ", "footnote.slack.signing-secret", "s"))) {
            assertThat(Logs.of(SlackConnection.class, () -> assertThat(
                                    SlackConnection.SlackTokens.of(ConnectedSlack.settings(half)))
                            .isNull()))
                    .anyMatch(said -> said.contains("footnote.slack.signing-secret"));
        }
        assertThat(SlackConnection.SlackTokens.of(ConnectedSlack.settings(Map.of())))
                .isNull();
    }
}
