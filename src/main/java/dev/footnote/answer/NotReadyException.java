package dev.footnote.answer;

import java.time.Duration;

/**
 * Thrown while the articles are still being read, so that nothing can be asked yet. Its message is for whoever asked.
 */
public class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public NotReadyException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** After how long it is worth asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
