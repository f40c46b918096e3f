package dev.footnote.slack;

import java.time.Duration;

/**
 * How long a call is worth waiting for when Slack says "later".
 *
 * @param retries how often it is tried again
 * @param longestWait the longest wait before one of them that is obeyed; one who asks for more is given up
 */
record Patience(int retries, Duration longestWait) {

    /** For what is only polite: a status, a prompt, a notice. */
    static final Patience NONE = new Patience(0, Duration.ZERO);

    /** For a piece of a stream: there is another way to say it. */
    static final Patience LITTLE = new Patience(2, Duration.ofSeconds(10));

    /** For an answer. */
    static final Patience MUCH = new Patience(5, Duration.ofSeconds(30));
}
