package dev.footnote.home;

/**
 * Footnote cannot start. The message is one sentence for the person who started it and names the remedy. Not Quarkus'
 * own {@code PreventFurtherStepsException}: a start that ends with that one is taken for a success, and the process
 * stays, without a word.
 */
public final class CannotStartException extends RuntimeException {

    /** With the sentence. */
    public CannotStartException(String message) {
        super(message);
    }
}
