package dev.footnote.slack.reply;

import java.time.Duration;

/**
 * Decides whether an answer is shown while it is made. It pays where its words arrive over time, as from a language model; one
 * that is there at once is one post. Nothing needs to be known of the engine for that.
 */
@FunctionalInterface
public interface StreamDecision {

    /** Words that follow the first ones after this time are being made; others only had to be handed over. */
    Duration OVER_TIME = Duration.ofMillis(300);

    /**
     * Decides for words that have just been made.
     *
     * @param sinceFirstWords from the first words of the answer to these
     */
    boolean isWorthStreaming(Duration sinceFirstWords);

    static StreamDecision of(boolean streaming) {
        return streaming ? since -> since.compareTo(OVER_TIME) >= 0 : since -> false;
    }
}
