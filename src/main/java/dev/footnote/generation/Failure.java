package dev.footnote.generation;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a language model gave no answer that can be used. */
public enum Failure {
    TIMEOUT("timeout", "raise footnote.llm.timeout or take a faster model", true),
    UNREACHABLE("it cannot be reached", "start its server or correct footnote.llm.base-url", true),
    UNAUTHORIZED("its server refused the key", "correct footnote.llm.api-key", true),
    RATE_LIMITED("its server has too many requests", "wait, or raise the limit at the provider", true),
    MODEL_NOT_FOUND("its server does not have it", "correct footnote.llm.model or footnote.llm.base-url", true),
    REJECTED("its server rejected the request", "check that the server takes the model's settings", false),
    SERVER_ERROR("its server failed", "see the log of that server", true),
    BROKEN_STREAM("its answer broke off", "see the log of its server", true),
    EMPTY("its answer is empty", "raise footnote.llm.max-tokens or take another model", true),
    TOO_LONG("its answer is too long", "raise footnote.llm.max-tokens or take another model", false),
    GARBLED("its answer is not readable text", "see that its server sends UTF-8", true),
    FILTERED("its provider withheld the answer", "take another model for such questions", false),
    NO_CITATIONS("its answer cites nothing", "take a model that follows instructions better", false),
    WAITING("its server asked not to be called for a while", "see the lines above", false),
    CIRCUIT_OPEN("it failed several times and is left alone for a while", "see the lines above", false);

    private final String reason;
    private final String remedy;
    private final boolean opensCircuit;

    Failure(String reason, String remedy, boolean opensCircuit) {
        this.reason = reason;
        this.remedy = remedy;
        this.opensCircuit = opensCircuit;
    }

    /** For the reader, to stand in parentheses. */
    public String reason() {
        return reason;
    }

    /** The remedy, for whoever runs the server. */
    String remedy() {
        return remedy;
    }

    /** Whether it is a sign of the model's health and not of one question. */
    boolean opensCircuit() {
        return opensCircuit;
    }

    /** Whether the model was not even called, for a reason that was logged before. */
    boolean isKnown() {
        return this == WAITING || this == CIRCUIT_OPEN;
    }

    /** The name of this failure in metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an exception of a client means. */
    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return ofStatus(http.statusCode());
            }
            if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
                return TIMEOUT;
            }
            if (cause instanceof AuthenticationException) {
                return UNAUTHORIZED;
            }
            if (cause instanceof RateLimitException) {
                return RATE_LIMITED;
            }
            if (cause instanceof ModelNotFoundException) {
                return MODEL_NOT_FOUND;
            }
            if (cause instanceof ContentFilteredException) {
                return FILTERED;
            }
            if (cause instanceof InvalidRequestException) {
                return REJECTED;
            }
            if (cause instanceof InternalServerException) {
                return SERVER_ERROR;
            }
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof UnresolvedModelServerException
                    || cause instanceof SSLException) {
                return UNREACHABLE;
            }
        }
        return BROKEN_STREAM;
    }

    private static Failure ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> UNAUTHORIZED;
            case 404 -> MODEL_NOT_FOUND;
            case 408, 504 -> TIMEOUT;
            case 429 -> RATE_LIMITED;
            default -> status >= 500 || status < 400 ? SERVER_ERROR : REJECTED;
        };
    }
}
