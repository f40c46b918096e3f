package dev.footnote.api;

import static dev.footnote.api.Requests.json;
import static dev.footnote.api.Requests.object;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What those who run Footnote see of it. */
@QuarkusTest
class MetersTest {

    private static final Path DASHBOARD = Path.of(".github", "docs", "grafana.json");
    private static final Pattern METRIC = Pattern.compile("\\bfootnote_[a-z_]+");

    private final Ingestion ingestion;

    MetersTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @Test
    void everyMetricOfTheDashboardIsThere() throws Exception {
        ingestion.awaitReady();
        json(object("question", TownClock.QUESTION)).post("/api/v1/ask").then().statusCode(200);
        json(object("question", TownClock.UNANSWERED))
                .post("/api/v1/ask")
                .then()
                .statusCode(200);
        json("{\"question\":\"Who?\",\"article_ids\":[\"none\"]}")
                .post("/api/v1/ask")
                .then()
                .statusCode(404);
        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics)
                .containsPattern("footnote_answers_seconds_count\\{[^}]*kind=\"answer\"[^}]*surface=\"api\"")
                .containsPattern("footnote_refusals_total\\{reason=\"not_found\",surface=\"api\"")
                .containsPattern("footnote_questions_failed_total\\{reason=\"unknown_article\",surface=\"api\"")
                .containsPattern("footnote_confidence_bucket\\{kind=\"answer\",le=\"0.9\"")
                .contains("footnote_stages_seconds_bucket{stage=\"read\"")
                .containsPattern("footnote_articles\\{state=\"ready\"\\} [1-9]")
                .doesNotContain(TownClock.WORD_OF_CLAIM);
        Matcher metric = METRIC.matcher(Files.readString(DASHBOARD));
        while (metric.find()) {
            // A language model's and Slack's appear with their first use.
            if (!metric.group().startsWith("footnote_llm_") && !metric.group().startsWith("footnote_slack_")) {
                assertThat(metrics).contains(metric.group());
            }
        }
    }

    @Test
    void eachRequestHasAName() throws IOException {
        given().header("X-Request-Id", "proxy-7")
                .get("/api/v1/engines")
                .then()
                .header("X-Request-Id", equalTo("proxy-7"));
        given().get("/nothing").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }
}
