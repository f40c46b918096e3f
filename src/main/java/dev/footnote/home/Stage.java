package dev.footnote.home;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/**
 * A stage of the work, as a span of OpenTelemetry where that is switched on, and on the clock of {@link StageTimes} where one
 * runs; else nothing. Stages within it, on the same thread, are its children. It has names, ids and numbers, never the text of a
 * question, an article or an answer. For one thread.
 */
public final class Stage implements AutoCloseable {

    private static final String TRACER = "dev.footnote";

    private final Span span;
    private final Scope scope;

    @SuppressWarnings("MustBeClosedChecker") // close() does
    private Stage(String name, Span span) {
        this.span = span;
        scope = span.makeCurrent();
        StageTimes.began(name);
    }

    /** Begins a stage; it ends when it is closed. */
    public static Stage begin(String name) {
        return new Stage(
                name, GlobalOpenTelemetry.getTracer(TRACER).spanBuilder(name).startSpan());
    }

    /** Adds a number. */
    public Stage with(String key, long value) {
        span.setAttribute("footnote." + key, value);
        return this;
    }

    /** Adds a name: of an engine, a door, a kind of answer. */
    public Stage with(String key, String name) {
        span.setAttribute("footnote." + key, name);
        return this;
    }

    /** Records that it failed, by the kind of failure: its message may quote what was asked. */
    public void failed(Throwable failure) {
        span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    }

    @Override
    public void close() {
        StageTimes.ended();
        scope.close();
        span.end();
    }
}
