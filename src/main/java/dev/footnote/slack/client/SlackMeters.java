package dev.footnote.slack.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** The metrics of the Slack connection, under {@code footnote.slack}. */
public final class SlackMeters {

    private final MeterRegistry registry;
    private final Timer acknowledged;

    public SlackMeters(MeterRegistry registry) {
        this.registry = registry;
        this.acknowledged = Timer.builder("footnote.slack.acknowledged")
                .description("From the receipt of what Slack sends to its acknowledgement")
                .register(registry);
    }

    public void acknowledged(long nanos) {
        acknowledged.record(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Counts a question that has come to its end.
     *
     * @param outcome answered, duplicate, busy, limited, external, failed, undelivered, stopped
     */
    public void question(String outcome) {
        registry.counter("footnote.slack.questions", "outcome", outcome).increment();
    }

    void limited() {
        registry.counter("footnote.slack.rate.limited").increment();
    }

    /**
     * Counts a stream that could not go on.
     *
     * @param way update or post: what was done instead
     */
    public void fellBack(String way) {
        registry.counter("footnote.slack.stream.fallbacks", "to", way).increment();
    }

    public void connected() {
        registry.counter("footnote.slack.connections").increment();
    }
}
