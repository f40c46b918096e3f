package dev.footnote.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.answer.VerifiedClaim;
import dev.footnote.conversation.KeptCheck;
import dev.footnote.conversation.KeptChecks;
import dev.footnote.http.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checked texts that were kept. Whoever knows an id may read it and take it back. */
@Path("/api/v1/checks/{id}")
@Tag(name = "Questions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ChecksResource {

    private final KeptChecks checks;

    ChecksResource(KeptChecks checks) {
        this.checks = checks;
    }

    /**
     * A kept check as it is sent.
     *
     * @param id its id
     * @param checkedAt when it was checked
     * @param text as it was sent
     * @param articleIds what it was checked against; empty means all there were
     * @param claims its sentences, as they were judged then
     * @param warnings sentences that a reader should see beside it
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "KeptCheck")
    record KeptCheckView(
            String id,
            Instant checkedAt,
            String text,
            List<String> articleIds,
            List<VerifiedClaim> claims,
            List<String> warnings) {

        static KeptCheckView of(KeptCheck check) {
            return new KeptCheckView(
                    check.id(),
                    check.checkedAt(),
                    check.given().text(),
                    check.given().articleIds(),
                    check.verified().claims(),
                    check.verified().warnings());
        }
    }

    @GET
    @Operation(operationId = "getCheck", summary = "Read a check that was kept")
    @APIResponse(responseCode = "200", description = "The text and its sentences, as they were judged then")
    @APIResponse(responseCode = "404", description = "There is no such check, or it was taken back")
    public KeptCheckView read(@PathParam("id") String id) {
        return checks.find(id).map(KeptCheckView::of).orElseThrow(() -> unknown(id));
    }

    @DELETE
    @Operation(
            operationId = "deleteCheck",
            summary = "Take a check back",
            description = "Its link leads nowhere from then on. Whoever has the link may do this.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such check")
    public void delete(@PathParam("id") String id) {
        if (!checks.delete(id)) {
            throw unknown(id);
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(404, "There is no check \"" + id + "\", or it was taken back.");
    }
}
