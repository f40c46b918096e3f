package dev.footnote.slack.client;

import org.jspecify.annotations.Nullable;

/** Thrown when Slack did not carry out a call. */
public final class SlackFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean temporary;
    private final String error;

    private SlackFailure(String message, String error, boolean temporary, @Nullable Throwable cause) {
        super(message, cause);
        this.error = error;
        this.temporary = temporary;
    }

    /** The same call may succeed later: Slack is busy or out of reach. */
    public static SlackFailure temporary(String method, String error, @Nullable Throwable cause) {
        return new SlackFailure(method + " did not go through: " + error, error, true, cause);
    }

    /** The same call will fail again. */
    public static SlackFailure permanent(String method, String error) {
        return new SlackFailure(method + " was refused: " + error, error, false, null);
    }

    public boolean isTemporary() {
        return temporary;
    }

    /** Slack's word for it, such as {@code missing_scope}. */
    public String error() {
        return error;
    }
}
