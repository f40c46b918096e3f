package dev.footnote.application;

import java.util.Locale;

/** Through which door a question comes. */
public enum Door {
    /** The HTTP API, of which the page makes use. */
    API,
    /** A command, or a measurement. */
    CLI,
    /** An assistant that speaks the Model Context Protocol. */
    MCP,
    /** A program that speaks to OpenAI's chat models. */
    OPENAI,
    /** Slack. */
    SLACK;

    /** As metrics and logs name it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
