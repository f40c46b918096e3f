package dev.footnote.api;

import static dev.footnote.api.Requests.ask;
import static dev.footnote.api.Requests.object;
import static dev.footnote.generation.FakeLanguageModel.say;
import static dev.footnote.generation.FakeLanguageModel.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.footnote.TownClock;
import dev.footnote.generation.FakeLanguageModel;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A model that failed is tried again when the circuit breaker's delay has passed. */
@QuarkusTest
@WithTestResource(value = LanguageModelRecoveryTest.FailingModels.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class LanguageModelRecoveryTest {

    private final Ingestion ingestion;

    /** Set from outside, before each test. */
    @Nullable
    HttpServer bound;

    LanguageModelRecoveryTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    /** As elsewhere, but soon tried again. */
    public static class FailingModels extends LanguageModelTest.FakeModels {
        @Override
        public Map<String, String> start() {
            Map<String, String> config = super.start();
            config.put("footnote.llm.circuit-breaker.delay", "100ms");
            return config;
        }
    }

    @Test
    void aModelThatAnswersAgainIsHeardAgain() throws InterruptedException {
        ingestion.awaitReady();
        try (FakeLanguageModel model = new FakeLanguageModel(Objects.requireNonNull(bound))) {
            model.reacts(status(503, ""));
            for (int i = 0; i < 3; i++) {
                assertThat(ask(object("question", TownClock.QUESTION))
                                .get("degraded")
                                .asBoolean())
                        .isTrue();
            }
            model.reacts(say("NOT_IN_ARTICLE"));

            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !ask(object("question", TownClock.QUESTION))
                    .get("degraded")
                    .asBoolean());
        }
    }
}
