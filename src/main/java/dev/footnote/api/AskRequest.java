package dev.footnote.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Question;
import dev.footnote.http.ProblemException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question as it is sent. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
        name = "AskRequest",
        requiredProperties = "question",
        examples = "{\"question\": \"Who vetoed the resolution?\"}")
record AskRequest(
        @Schema(
                        description = "What is asked, at most 2,000 UTF-16 units after trimming.",
                        examples = "Who vetoed the resolution?")
                @Nullable
                String question,
        @Schema(
                        description =
                                "Ties turns together: 1 to 128 of A-Z, a-z, 0-9, '.', '_', '-'. A random one unless given.")
                @Nullable
                String conversationId,
        @Schema(description = "The articles to look in; all unless given.") @Nullable List<@Nullable String> articleIds,
        @Schema(
                        description =
                                "Which engine answers, by its name in /api/v1/engines; the default one unless given.",
                        examples = "extractive")
                @Nullable
                String engine,
        @Schema(description = "How many passages are read, 1 to 20.") @Nullable Integer topK,
        @Schema(description = "Whether the answer comes as server-sent events; decides over the Accept header.")
                @Nullable
                Boolean stream,
        @Schema(
                        description =
                                "The message_id of an earlier answer of the conversation: the question is asked again as it"
                                        + " was then, and the new answer takes the place of that one. Where it is not kept"
                                        + " any more, the answer is a new turn.")
                @Nullable
                String replaces) {

    /** @throws InvalidQuestionException if anything is outside the limits of the contract */
    Question toQuestion() {
        if (question == null) {
            throw new InvalidQuestionException("There is no question. Send some text in \"question\".");
        }
        return new Question(
                        question,
                        conversationId == null ? Question.newConversationId() : conversationId,
                        checked(articleIds),
                        engine,
                        topK)
                .inPlaceOf(replaces);
    }

    boolean wantsStream(@Nullable String accept) {
        return stream != null ? stream : accept != null && accept.contains("text/event-stream");
    }

    static List<String> checked(@Nullable List<@Nullable String> ids) {
        if (ids == null) {
            return List.of();
        }
        if (ids.stream().anyMatch(Objects::isNull)) {
            throw new ProblemException(400, "\"article_ids\" holds null. Send ids, or leave the field out.");
        }
        return ids.stream().filter(Objects::nonNull).distinct().toList();
    }
}
