package dev.footnote.generation;

import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts what one model costs: requests, their time, tokens and failures. Safe for use by several threads. */
final class ModelMeters implements ChatModelListener {

    private static final Object START = "footnote.start";

    private final MeterRegistry meters;
    private final String profile;

    ModelMeters(MeterRegistry meters, String profile) {
        this.meters = meters;
        this.profile = profile;
    }

    @Override
    public void onRequest(ChatModelRequestContext context) {
        context.attributes().put(START, System.nanoTime());
    }

    @Override
    public void onResponse(ChatModelResponseContext context) {
        time(context.attributes(), "success");
        TokenUsage usage = context.chatResponse().tokenUsage();
        if (usage != null) {
            count("input", usage.inputTokenCount());
            count("output", usage.outputTokenCount());
        }
    }

    @Override
    public void onError(ChatModelErrorContext context) {
        time(context.attributes(), "error");
    }

    /** Something went wrong, so that the model was asked in vain or not at all. */
    void failed(Failure failure) {
        meters.counter("footnote.llm.failures", "profile", profile, "reason", failure.tag())
                .increment();
    }

    private void time(Map<Object, Object> attributes, String outcome) {
        // A stream can end in an error and yet be closed in order; only the first counts.
        if (attributes.remove(START) instanceof Long start) {
            meters.timer("footnote.llm.requests", "profile", profile, "outcome", outcome)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private void count(String type, @Nullable Integer tokens) {
        if (tokens != null) {
            meters.counter("footnote.llm.tokens", "profile", profile, "type", type)
                    .increment(tokens);
        }
    }
}
