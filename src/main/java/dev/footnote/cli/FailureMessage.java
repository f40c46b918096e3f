package dev.footnote.cli;

import dev.footnote.home.CannotStartException;
import java.net.BindException;

/** Says in one sentence why the process ends. */
final class FailureMessage {

    private FailureMessage() {}

    /** The sentence that the code wrote for people, wherever in the chain of causes it is. */
    static String sentence(Throwable failure) {
        String sentence = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "The port is used by another program (" + cause.getMessage()
                        + "); stop that, or choose another port with -Dquarkus.http.port=8081 before -jar.";
            }
            if (cause instanceof CannotStartException || isOurs(cause)) {
                sentence = cause.getMessage();
            }
        }
        if (sentence != null) {
            return sentence;
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "Footnote cannot start: " + (root.getMessage() == null ? root.toString() : root.getMessage());
    }

    private static boolean isOurs(Throwable cause) {
        return cause.getMessage() != null
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("dev.footnote.");
    }
}
