package dev.footnote.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone thought of an answer.
 *
 * @param messageId the answer's
 * @param positive thumbs up or down
 * @param reasons why, in words of the page such as {@code wrong source}; may be empty
 * @param text in their own words
 * @param givenAt when
 */
public record Feedback(
        String messageId, boolean positive, List<String> reasons, @Nullable String text, Instant givenAt) {

    public Feedback {
        reasons = List.copyOf(reasons);
    }
}
