package dev.footnote.application;

/** Who asks, as far as a door can tell. */
public enum Caller {
    /** May have a language model answer: on this machine, with the key, or let in by Slack. */
    TRUSTED,
    /** May read, and have the extractive engine answer. */
    STRANGER
}
