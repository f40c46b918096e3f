package dev.footnote.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.conversation.Feedback;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Feedback as it is listed. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
        name = "Feedback",
        requiredProperties = {"message_id", "is_positive", "reasons", "given_at"})
record FeedbackView(
        @Schema(description = "The answer's.", examples = "0b0e7e4e-6f0c-4d6a-9a0f-0d6c0f6f7a11") String messageId,
        @Schema(description = "Thumbs up or down.", examples = "false") @JsonProperty("is_positive") boolean isPositive,
        @Schema(description = "Why.", examples = "[\"wrong source\"]") List<String> reasons,
        @Schema(description = "In their own words.", examples = "The date is another one.") @Nullable
                String feedbackText,
        @Schema(description = "When, in UTC.", examples = "2026-11-26T12:00:00Z") String givenAt) {

    static FeedbackView of(Feedback feedback) {
        return new FeedbackView(
                feedback.messageId(),
                feedback.positive(),
                feedback.reasons(),
                feedback.text(),
                feedback.givenAt().toString());
    }
}
