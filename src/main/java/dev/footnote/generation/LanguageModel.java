package dev.footnote.generation;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.smallrye.faulttolerance.api.Guard;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/**
 * A model behind its circuit breaker. An answer is passed on as it arrives, on the calling thread, and the call ends
 * by its deadline whatever the server does. Safe for use by several threads.
 */
final class LanguageModel {

    /** A token has about four characters; one with four times as many is beyond any language. */
    private static final int CHARACTERS_OF_TOKEN = 16;

    /** Each token comes in an event of its own, of some hundred bytes. */
    private static final long BYTES_OF_TOKEN = 4_000;

    private static final long BYTES_OF_FRAME = 1_000_000;

    /** However long a server says it wants to be left alone, it is tried again after this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final char REPLACEMENT = '\uFFFD';

    private final Profile profile;
    private final HttpClient http;
    private final Guard breaker;
    private final ModelMeters meters;
    private final Clock clock;
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

    LanguageModel(Profile profile, HttpClient http, Guard breaker, ModelMeters meters, Clock clock) {
        this.profile = profile;
        this.http = http;
        this.breaker = breaker;
        this.meters = meters;
        this.clock = clock;
    }

    Profile profile() {
        return profile;
    }

    ModelMeters meters() {
        return meters;
    }

    /**
     * Asks the model.
     *
     * @param text receives each part of the answer as it comes, on the calling thread
     * @throws ModelFailedException if there is no whole answer by the deadline, whatever came before
     */
    void ask(List<ChatMessage> messages, Deadline deadline, Consumer<String> text) throws ModelFailedException {
        if (clock.instant().isBefore(notBefore.get())) {
            throw new ModelFailedException(Failure.WAITING);
        }
        try {
            breaker.call(
                    () -> {
                        new Conversation(deadline).run(messages, text);
                        return null;
                    },
                    Void.class);
        } catch (ModelFailedException | RuntimeException e) {
            if (e instanceof CircuitBreakerOpenException) {
                throw new ModelFailedException(Failure.CIRCUIT_OPEN);
            }
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A circuit breaker throws what it was not told", e);
        }
    }

    /** All that a model says, without what it thinks. */
    String whole(List<ChatMessage> messages, Deadline deadline) throws ModelFailedException {
        Thoughts thoughts = new Thoughts();
        StringBuilder said = new StringBuilder();
        Consumer<String> listener = text -> {
            String visible = thoughts.add(text);
            if (thoughts.isVoided()) {
                said.setLength(0);
            }
            said.append(visible);
        };
        ask(messages, deadline, listener);
        return said.append(thoughts.finish()).toString();
    }

    private void comeAgain(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return;
        }
        Instant now = clock.instant();
        Instant then =
                retryAfter.matches("\\d{1,9}") ? now.plusSeconds(Long.parseLong(retryAfter)) : date(retryAfter, now);
        Instant latest = now.plus(LONGEST_WAIT);
        notBefore.set(then.isAfter(latest) ? latest : then);
    }

    private static Instant date(String retryAfter, Instant otherwise) {
        try {
            return ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** Passes what arrives on the client's threads to the thread that asked. */
    private sealed interface Signal {
        record Text(String text) implements Signal {}

        record Complete(ChatResponse response) implements Signal {}

        record Broken(Throwable cause) implements Signal {}

        record Ended() implements Signal {}
    }

    /** One request and what comes back. */
    private final class Conversation implements StreamingChatResponseHandler {

        private final Deadline deadline;
        private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
        private final ModelCall call;
        private long characters;
        private boolean said;

        Conversation(Deadline deadline) {
            this.deadline = deadline;
            this.call = new ModelCall(
                    http,
                    deadline,
                    BYTES_OF_FRAME + BYTES_OF_TOKEN * profile.maxTokens(),
                    () -> signals.add(new Signal.Ended()));
        }

        void run(List<ChatMessage> messages, Consumer<String> text) throws ModelFailedException {
            boolean replacementsAsked = messages.toString().indexOf(REPLACEMENT) >= 0;
            try {
                ChatModels.of(profile, call.builder(), meters).chat(messages, this);
                for (Signal signal = next(); !(signal instanceof Signal.Complete); signal = next()) {
                    if (signal instanceof Signal.Text part) {
                        check(part.text(), replacementsAsked);
                        text.accept(part.text());
                    } else if (signal instanceof Signal.Broken broken) {
                        throw failed(broken.cause());
                    } else {
                        throw new ModelFailedException(Failure.BROKEN_STREAM);
                    }
                }
            } finally {
                call.cancel();
            }
        }

        private Signal next() throws ModelFailedException {
            try {
                Signal signal = signals.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
                if (signal == null) {
                    throw new ModelFailedException(Failure.TIMEOUT);
                }
                if (signal instanceof Signal.Complete complete) {
                    check(complete.response());
                }
                return signal;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ModelFailedException(Failure.TIMEOUT);
            }
        }

        private void check(String text, boolean replacementsAsked) throws ModelFailedException {
            characters += text.length();
            said |= !text.isBlank();
            if (characters > (long) CHARACTERS_OF_TOKEN * profile.maxTokens()) {
                throw new ModelFailedException(Failure.TOO_LONG);
            }
            if (!replacementsAsked && text.indexOf(REPLACEMENT) >= 0) {
                throw new ModelFailedException(Failure.GARBLED);
            }
        }

        private void check(ChatResponse response) throws ModelFailedException {
            FinishReason reason = response.finishReason();
            if (reason == null) {
                // A connection that was cut looks as if the stream had ended; but no model ends without a reason.
                throw new ModelFailedException(said ? Failure.BROKEN_STREAM : Failure.EMPTY);
            }
            switch (reason) {
                case LENGTH -> throw new ModelFailedException(Failure.TOO_LONG);
                case CONTENT_FILTER -> throw new ModelFailedException(Failure.FILTERED);
                case STOP, TOOL_EXECUTION, OTHER -> {
                    if (!said) {
                        throw new ModelFailedException(Failure.EMPTY);
                    }
                }
            }
        }

        private ModelFailedException failed(Throwable cause) {
            Failure failure = Failure.of(cause);
            if (failure == Failure.RATE_LIMITED) {
                comeAgain(call.retryAfter());
            }
            return new ModelFailedException(failure);
        }

        @Override
        public void onPartialResponse(String text) {
            signals.add(new Signal.Text(text));
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            signals.add(new Signal.Complete(response));
        }

        @Override
        public void onError(Throwable error) {
            signals.add(new Signal.Broken(error));
        }
    }
}
