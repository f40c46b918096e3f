package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.NotReadyException;
import dev.footnote.answer.Reason;
import dev.footnote.article.UnknownArticleException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** Counts questions, what became of them and where their time went. Safe for use by several threads. */
@Singleton
class QuestionMeters {

    private static final Duration[] TIMES = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60)
    };

    private static final double[] PROBABILITIES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1};

    private final MeterRegistry meters;

    QuestionMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A question has its answer, be it a refusal. */
    void answered(Answer answer, Door door) {
        Answer.Timings timings = answer.timings();
        timer("footnote.answers", "From the question to the whole answer")
                .tags(
                        "surface",
                        door.tag(),
                        "kind",
                        lower(answer.kind()),
                        "engine",
                        answer.engine(),
                        "degraded",
                        String.valueOf(answer.degraded()))
                .register(meters)
                .record(Duration.ofMillis(timings.total()));
        stage("retrieve", timings.retrieve());
        stage("read", timings.read());
        Reason reason = answer.reason();
        if (reason != null) {
            meters.counter("footnote.refusals", "surface", door.tag(), "reason", lower(reason))
                    .increment();
        }
        Double confidence = answer.confidence();
        if (confidence != null) {
            DistributionSummary.builder("footnote.confidence")
                    .description("The probability that an answer is right; of a refusal, that something was missed")
                    .tags("kind", lower(answer.kind()))
                    .serviceLevelObjectives(PROBABILITIES)
                    .register(meters)
                    .record(confidence);
        }
    }

    /** A question has no answer, not even a refusal. */
    void failed(RuntimeException failure, Door door) {
        String reason = failure instanceof NotReadyException
                ? "not_ready"
                : failure instanceof UnknownArticleException
                        ? "unknown_article"
                        : failure instanceof InvalidQuestionException
                                ? "invalid"
                                : failure instanceof ModelNotAllowedException ? "not_allowed" : "error";
        meters.counter("footnote.questions.failed", "surface", door.tag(), "reason", reason)
                .increment();
    }

    private void stage(String stage, long millis) {
        timer("footnote.stages", "Finding passages, and reading them")
                .tags("stage", stage)
                .register(meters)
                .record(Duration.ofMillis(millis));
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(TIMES);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
