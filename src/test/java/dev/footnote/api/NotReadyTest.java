package dev.footnote.api;

import static dev.footnote.api.Requests.json;
import static dev.footnote.api.Requests.object;
import static dev.footnote.api.Requests.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.footnote.TownClock;
import dev.footnote.article.LibraryReady;
import dev.footnote.ingestion.SeedRecord;
import dev.footnote.ingestion.SeedRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a client sees that comes while the articles are still being read, and once they are. */
@QuarkusTest
@TestProfile(NotReadyTest.SlowStart.class)
class NotReadyTest {

    private static final Duration WAIT = Duration.ofMillis(300);
    private static final String QUESTION = object("question", TownClock.QUESTION);

    private final HeldSeedRecords held;

    NotReadyTest(HeldSeedRecords held) {
        this.held = held;
    }

    /** A start that lasts until the test lets it end, and questions that do not wait for it for long. */
    public static class SlowStart implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("footnote.application.wait-until-ready", WAIT.toMillis() + "MS");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HeldSeedRecords.class);
        }
    }

    /** Has the first look at a file last until the test lets it go on; what is remembered is lost at the end. */
    @Alternative
    @Singleton
    public static class HeldSeedRecords implements SeedRecords {

        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch ready = new CountDownLatch(1);

        void release() throws InterruptedException {
            goOn.countDown();
            assertThat(ready.await(1, TimeUnit.MINUTES)).isTrue();
        }

        void ready(@Observes LibraryReady event) {
            ready.countDown();
        }

        @Override
        public Optional<SeedRecord> find(String fileName) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The start was broken off", e);
            }
            return Optional.empty();
        }

        @Override
        public List<SeedRecord> all() {
            return List.of();
        }

        @Override
        public void remember(SeedRecord seed) {
            // Each file is looked at once in this test.
        }

        @Override
        public void forget(String fileName) {
            // Nothing was remembered.
        }
    }

    @Test
    void aQuestionIsRefusedAfterTheConfiguredWaitAndAnsweredOnceTheArticlesAreRead() throws InterruptedException {
        long asked = System.nanoTime();
        problem(json(QUESTION).post("/api/v1/ask"), 503)
                .header("Retry-After", equalTo("5"))
                .body("detail", containsString("still being read"));
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(WAIT);
        problem(given().queryParam("q", TownClock.QUESTION).get("/api/v1/ask"), 503)
                .header("Retry-After", equalTo("5"));
        problem(json(object("text", TownClock.CLAIM)).post("/api/v1/verify"), 503);

        held.release();

        json(QUESTION)
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("answer_text", equalTo(TownClock.ANSWER));
    }
}
