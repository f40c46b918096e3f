package dev.footnote.home;

/**
 * Thrown when something is missing that Footnote cannot start without. The message says what and names the remedy: it
 * is the one sentence with which the process ends. (Quarkus' own exception for this purpose leaves the process
 * running when a bean throws it.)
 */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }

    public CannotStartException(String message) {
        super(message);
    }
}
