package dev.footnote.api;

import dev.footnote.application.FeedbackDesk;
import dev.footnote.conversation.Feedback;
import dev.footnote.http.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes what people think of answers, and lists it. */
@Path("/api/v1/feedback")
@Tag(name = "Questions")
class FeedbackResource {

    private final FeedbackDesk desk;
    private final Clock clock;

    FeedbackResource(FeedbackDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "giveFeedback",
            summary = "Say what you think of an answer",
            description = "One for each answer: a repeat replaces.")
    @APIResponse(responseCode = "204", description = "It is kept")
    @APIResponse(responseCode = "400", description = "The body is not as described")
    @APIResponse(responseCode = "404", description = "There is no such answer, or it has expired")
    public void give(@Nullable FeedbackRequest request) {
        if (request == null) {
            throw new ProblemException(400, "The body is empty. Send a JSON object with \"message_id\".");
        }
        Feedback given = request.toFeedback(clock.instant());
        if (!desk.give(given)) {
            throw new ProblemException(
                    404, "There is no answer \"" + given.messageId() + "\", or it has expired. Ask again.");
        }
    }
}
