package dev.footnote.api;

import dev.footnote.conversation.Feedback;
import dev.footnote.http.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of feedback ends and the next one begins.
 *
 * @param givenAt of the last
 * @param messageId of the last
 */
record FeedbackPlace(Instant givenAt, String messageId) {

    private static final FeedbackPlace START = new FeedbackPlace(Instant.EPOCH, "");

    static FeedbackPlace of(Feedback last) {
        return new FeedbackPlace(last.givenAt(), last.messageId());
    }

    /** What {@link #toString} wrote; the start where there is nothing. */
    static FeedbackPlace of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return START;
        }
        String[] parts = written.split("_", 2);
        try {
            if (parts.length == 2 && parts[0].length() <= 30 && parts[0].startsWith("2")) {
                return new FeedbackPlace(Instant.parse(parts[0]), parts[1]);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new ProblemException(400, "\"after\" is no place in this list. Send the \"next\" of the page before.");
    }

    @Override
    public String toString() {
        return givenAt + "_" + messageId;
    }
}
