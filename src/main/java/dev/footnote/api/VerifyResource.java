package dev.footnote.api;

import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedText;
import dev.footnote.application.Sharing;
import dev.footnote.application.Verifier;
import dev.footnote.http.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Checks texts against the articles. */
@Path("/api/v1/verify")
@Tag(name = "Questions")
class VerifyResource {

    private final Verifier verifier;
    private final Sharing sharing;

    VerifyResource(Verifier verifier, Sharing sharing) {
        this.verifier = verifier;
        this.sharing = sharing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "verify",
            summary = "Check a text",
            description = "Whether the articles support each sentence of a text. A sentence that they do not support"
                    + " comes with the closest place, whose support says so, and in \"instead\", where that is known,"
                    + " with what the article says in its own words; answer_start_char_index and answer_end_char_index"
                    + " of the citation are their place. Sentences in another language are unsupported, and a warning"
                    + " says so. With \"keep\" the check can be read again under its \"url\", which does not expire.")
    @APIResponse(
            responseCode = "200",
            description = "The sentences, each with its support",
            content = @Content(schema = @Schema(implementation = VerifiedText.class)))
    @APIResponse(responseCode = "400", description = "The text breaks a limit, or the body is not as described")
    @APIResponse(responseCode = "404", description = "An article is unknown")
    public VerifiedText verify(@Nullable VerifyRequest request) {
        if (request == null || request.text() == null) {
            throw new ProblemException(400, "There is no text. Send some sentences in \"text\".");
        }
        UnverifiedText given = new UnverifiedText(request.text(), AskRequest.checked(request.articleIds()));
        VerifiedText verified = verifier.verify(given);
        return Boolean.TRUE.equals(request.keep()) ? sharing.keep(given, verified) : verified;
    }
}
