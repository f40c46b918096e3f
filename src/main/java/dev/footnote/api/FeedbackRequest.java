package dev.footnote.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.conversation.Feedback;
import dev.footnote.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Feedback as it is sent. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
        name = "FeedbackRequest",
        requiredProperties = {"message_id", "is_positive"},
        examples = "{\"message_id\": \"0b0e7e4e-6f0c-4d6a-9a0f-0d6c0f6f7a11\", \"is_positive\": false,"
                + " \"reasons\": [\"wrong source\"], \"feedback_text\": \"The date is another one.\"}")
record FeedbackRequest(
        @Schema(description = "The answer's.") @Nullable String messageId,
        @Schema(description = "Thumbs up or down.") @JsonProperty("is_positive") @Nullable Boolean isPositive,
        @Schema(description = "Why: at most 20, of at most 200 characters each.", examples = "[\"wrong source\"]")
                @Nullable
                List<@Nullable String> reasons,
        @Schema(description = "In their own words, at most 5,000 characters.") @Nullable String feedbackText) {

    private static final int MOST_REASONS = 20;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_TEXT = 5_000;

    Feedback toFeedback(Instant givenAt) {
        if (messageId == null || messageId.isBlank()) {
            throw new ProblemException(400, "\"message_id\" is missing. Send the answer's.");
        }
        if (isPositive == null) {
            throw new ProblemException(400, "\"is_positive\" is missing. Send true or false.");
        }
        List<String> given = reasons == null
                ? List.of()
                : reasons.stream().filter(Objects::nonNull).toList();
        if (given.size() > MOST_REASONS || given.stream().anyMatch(reason -> reason.length() > LONGEST_REASON)) {
            throw new ProblemException(400, "\"reasons\" takes at most 20 entries of at most 200 characters.");
        }
        if (feedbackText != null && feedbackText.length() > LONGEST_TEXT) {
            throw new ProblemException(400, "\"feedback_text\" is over 5,000 characters. Shorten it.");
        }
        return new Feedback(messageId, isPositive, given, feedbackText, givenAt);
    }
}
