package dev.footnote.answer;

import java.time.Duration;

/** A question cannot be answered yet because the articles are still being read. The same question can be asked later. */
public final class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /**
     * Creates the exception.
     *
     * @param message a sentence for whoever asked
     * @param retryAfter how long to wait before asking again; more than zero
     */
    public NotReadyException(String message, Duration retryAfter) {
        super(message);
        if (retryAfter.isZero() || retryAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "The wait before asking again must be more than zero, not " + retryAfter);
        }
        this.retryAfter = retryAfter;
    }

    /** Returns how long to wait before asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
