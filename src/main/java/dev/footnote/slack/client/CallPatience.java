package dev.footnote.slack.client;

import java.time.Duration;

/**
 * How often, and after which waits, a call to Slack is repeated when Slack asks to try later.
 *
 * @param retries how often it is tried again
 * @param longestWait the longest wait before one of them that is obeyed; one who asks for more is given up
 */
public record CallPatience(int retries, Duration longestWait) {

    /** For what is only polite: a status, a prompt, a notice. */
    static final CallPatience NONE = new CallPatience(0, Duration.ZERO);

    /** For a piece of a stream: there is another way to say it. */
    public static final CallPatience LITTLE = new CallPatience(2, Duration.ofSeconds(10));

    /** The patience of a call that posts an answer. */
    public static final CallPatience MUCH = new CallPatience(5, Duration.ofSeconds(30));
}
