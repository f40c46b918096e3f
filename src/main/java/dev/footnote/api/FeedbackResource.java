package dev.footnote.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.application.FeedbackDesk;
import dev.footnote.conversation.Feedback;
import dev.footnote.http.Permission;
import dev.footnote.http.ProblemException;
import dev.footnote.http.Scope;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes what people think of answers, and lists it. */
@Path("/api/v1/feedback")
@Tag(name = "Questions")
class FeedbackResource {

    private static final String CSV = "text/csv";
    private static final String LINES = "application/x-ndjson";

    /** The first is for who takes anything. */
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV), MediaType.valueOf(LINES))
            .build();

    private static final int MOST = 1_000;
    private static final String USUAL = "100";

    private final FeedbackDesk desk;
    private final Permission permission;
    private final ObjectMapper json;
    private final Clock clock;

    FeedbackResource(FeedbackDesk desk, Permission permission, ObjectMapper json, Clock clock) {
        this.desk = desk;
        this.permission = permission;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV, LINES})
    @Blocking
    @Operation(
            operationId = "listFeedback",
            summary = "List what people think of answers",
            description = "The oldest first, for those who manage. As JSON it comes in pages; with Accept: text/csv or"
                    + " application/x-ndjson all of it, or all after \"after\", comes at once. Cells of the CSV that a"
                    + " spreadsheet would take for a formula begin with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The feedback",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FeedbackList.class)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        example = "\"message_id\",\"is_positive\",\"reasons\",\"feedback_text\",\"given_at\""),
                @Content(mediaType = LINES, schema = @Schema(implementation = FeedbackView.class))
            })
    @APIResponse(responseCode = "400", description = "\"after\" or \"limit\" is not as described")
    @APIResponse(responseCode = "401", description = "The key is missing or wrong")
    @APIResponse(responseCode = "403", description = "The key may not manage, or only this machine's own clients may")
    public Response list(
            @QueryParam("after") @Parameter(description = "The \"next\" of the page before.") @Nullable String after,
            @QueryParam("limit")
                    @DefaultValue(USUAL)
                    @Parameter(description = "Most entries of a page of JSON, 1 to 1,000.", example = USUAL)
                    int limit,
            @Context Request request,
            @Context RoutingContext routing) {
        Optional<Response> refusal = permission.refusal(routing.request(), Scope.MANAGE, "see feedback");
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(400, "\"limit\" takes 1 to 1,000.");
        }
        FeedbackPlace from = FeedbackPlace.of(after);
        Variant variant = request.selectVariant(VARIANTS);
        String type = variant == null
                ? MediaType.APPLICATION_JSON
                : variant.getMediaType().getType() + "/"
                        + variant.getMediaType().getSubtype();
        if (type.equals(MediaType.APPLICATION_JSON)) {
            List<Feedback> more = desk.list(from.givenAt(), from.messageId(), limit + 1);
            List<Feedback> page = more.subList(0, Math.min(limit, more.size()));
            String next = more.size() > limit
                    ? FeedbackPlace.of(page.get(page.size() - 1)).toString()
                    : null;
            return Response.ok(
                            new FeedbackList(page.stream().map(FeedbackView::of).toList(), next), type)
                    .build();
        }
        boolean isTable = type.equals(CSV);
        return Response.ok((StreamingOutput) out -> export(from, isTable, out), type + ";charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"feedback." + (isTable ? "csv" : "ndjson") + "\"")
                .build();
    }

    /** Page by page, so that no more than one is in memory. */
    private void export(FeedbackPlace from, boolean isTable, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        FeedbackTable table = isTable ? new FeedbackTable(writer) : null;
        FeedbackPlace place = from;
        while (true) {
            List<Feedback> page = desk.list(place.givenAt(), place.messageId(), MOST);
            for (Feedback each : page) {
                if (table != null) {
                    table.add(FeedbackView.of(each));
                } else {
                    writer.write(json.writeValueAsString(FeedbackView.of(each)));
                    writer.write('\n');
                }
                place = FeedbackPlace.of(each);
            }
            if (page.size() < MOST) {
                writer.flush();
                return;
            }
        }
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
