package dev.footnote.application;

/** Who asks, as far as a door can tell. */
public enum Caller {
    /** May have a language model answer: on this machine, with the key, or let in by Slack. */
    TRUSTED,
    /** May read, and have the extractive engine answer. */
    STRANGER;

    /** The caller who is let in or not, as each door finds out in its own way. */
    public static Caller of(boolean isLetIn) {
        return isLetIn ? TRUSTED : STRANGER;
    }
}
