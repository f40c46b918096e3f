package dev.footnote.answer;

import java.time.Duration;

/**
 * Thrown while the articles are still being read or cannot be reached, so that nothing can be asked now. Its message is for whoever asked.
 */
public class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Duration retryAfter;

    public NotReadyException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** The index is out of reach. Where it is and what is wrong with it is for whoever runs Footnote alone. */
    public static NotReadyException indexOutOfReach() {
        return outOfReach("index of the articles");
    }

    /** The database is out of reach. */
    public static NotReadyException storeOutOfReach() {
        return outOfReach("database");
    }

    private static NotReadyException outOfReach(String what) {
        return new NotReadyException(
                "The " + what + " cannot be reached now. Try again in " + SOON.toSeconds() + " s.", SOON);
    }

    /** After how long it is worth asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
