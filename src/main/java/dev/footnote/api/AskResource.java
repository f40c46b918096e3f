package dev.footnote.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.AnswerText;
import dev.footnote.answer.NotReadyException;
import dev.footnote.answer.Question;
import dev.footnote.application.Assistant;
import dev.footnote.application.Caller;
import dev.footnote.application.Door;
import dev.footnote.application.ModelNotAllowedException;
import dev.footnote.http.EventStream;
import dev.footnote.http.Permission;
import dev.footnote.http.Problem;
import dev.footnote.http.ProblemException;
import dev.footnote.http.Scope;
import dev.footnote.http.ServerAddress;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers questions, at once or as a stream of events. */
@Path("/api/v1/ask")
@Tag(name = "Questions")
class AskResource {

    private static final Logger LOG = Logger.getLogger(AskResource.class);

    /** The width of plain text, in columns: what a terminal has that nobody made wider. */
    private static final int PLAIN_COLUMNS = 80;

    private final Assistant assistant;
    private final ObjectMapper mapper;
    private final Permission permission;

    AskResource(Assistant assistant, ObjectMapper mapper, Permission permission) {
        this.permission = permission;
        this.assistant = assistant;
        this.mapper = mapper;
    }

    /** Produces either of two media types, which the body decides: no annotation can say that. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    @Blocking
    @Operation(
            operationId = "ask",
            summary = "Ask the articles a question",
            description = "Answers with citations, or refuses with a reason. With \"stream\": true, or Accept:"
                    + " text/event-stream, the answer comes as server-sent events: message_start, sources,"
                    + " message_delta and citation, message_end; message_reset voids the deltas before it; error ends"
                    + " the stream.")
    @APIResponse(
            responseCode = "200",
            description = "The answer, or a refusal",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", description = "The question breaks a limit, or the body is not as described")
    @APIResponse(
            responseCode = "401",
            description = "The engine is a language model, and the key that lets others use it is missing or wrong")
    @APIResponse(
            responseCode = "403",
            description = "The engine is a language model, and only this machine's own clients may use it")
    @APIResponse(responseCode = "404", description = "An article is unknown")
    public Response ask(
            @Nullable AskRequest request,
            @HeaderParam("Accept") @Schema(hidden = true) @Nullable String accept,
            @Context RoutingContext routing) {
        if (request == null) {
            throw new ProblemException(400, "The body is empty. Send a JSON object with a \"question\".");
        }
        Question question = request.toQuestion();
        Caller caller = Caller.of(permission.isGiven(routing.request()));
        try {
            return answer(question, caller, request.wantsStream(accept), wantsText(accept), routing);
        } catch (ModelNotAllowedException e) {
            return permission
                    .refusal(routing.request(), Scope.ASK, "have a language model answer")
                    .orElseThrow();
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Blocking
    @Operation(
            operationId = "askInPassing",
            summary = "Ask the articles a question, from a terminal",
            description = "Answers as the other does, always by the extractive engine, and keeps nothing. With Accept:"
                    + " text/plain the answer is plain text: what is said, its footnotes, a link for each. Refused to the"
                    + " pages of other sites.")
    @APIResponse(
            responseCode = "200",
            description = "The answer, or a refusal",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", description = "The question is missing, or breaks a limit")
    @APIResponse(responseCode = "403", description = "The page of another site asks")
    @APIResponse(responseCode = "404", description = "An article is unknown")
    public Response askInPassing(
            @QueryParam("q")
                    @Parameter(description = "What is asked.", required = true, example = "Who vetoed the resolution?")
                    @Nullable
                    String question,
            @QueryParam("article_ids") @Parameter(description = "The articles to look in; all unless given.")
                    List<String> articleIds,
            @HeaderParam("Accept") @Schema(hidden = true) @Nullable String accept,
            @Context RoutingContext routing) {
        if (question == null) {
            throw new ProblemException(400, "There is no question. Send some text as \"q\".");
        }
        Answer answer =
                assistant.askInPassing(question, articleIds.stream().distinct().toList());
        return wantsText(accept) ? plain(answer, routing) : json(answer);
    }

    private static boolean wantsText(@Nullable String accept) {
        return accept != null && accept.contains(MediaType.TEXT_PLAIN) && !accept.contains(MediaType.APPLICATION_JSON);
    }

    private static Response json(Answer answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Its links lead to the address that was asked. */
    private static Response plain(Answer answer, RoutingContext routing) {
        String address = ServerAddress.of(routing.request());
        return Response.ok(
                        AnswerText.of(answer, new AnswerText.Style(PLAIN_COLUMNS, false, address)),
                        MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .build();
    }

    private Response answer(
            Question question, Caller caller, boolean isStreamed, boolean isText, RoutingContext routing) {
        if (isStreamed) {
            stream(question, caller, routing);
            return Response.ok().build();
        }
        Answer answer = assistant.ask(question, Door.API, caller, event -> {});
        return isText ? plain(answer, routing) : json(answer);
    }

    /** On the calling thread, which may block. Whoever stops listening does not stop the answer from being kept. */
    private void stream(Question question, Caller caller, RoutingContext routing) {
        try (EventStream stream = new EventStream(routing, mapper)) {
            try {
                assistant.ask(question, Door.API, caller, event -> send(event, stream));
            } catch (RuntimeException e) {
                if (!stream.isOpen()) {
                    throw e;
                }
                if (e instanceof NotReadyException) {
                    stream.send("error", Problem.of(503, String.valueOf(e.getMessage())));
                    return;
                }
                LOG.error("An answer broke off", e);
                stream.send("error", Problem.of(500, "The answer broke off; Footnote's log says why. Ask again."));
            }
        }
    }

    private static void send(AnswerEvent event, EventStream stream) {
        if (event instanceof AnswerEvent.Started started) {
            stream.send(
                    "message_start",
                    Map.of("message_id", started.messageId(), "conversation_id", started.conversationId()));
        } else if (event instanceof AnswerEvent.Sources sources) {
            stream.send("sources", Map.of("passages", sources.passages()));
        } else if (event instanceof AnswerEvent.Delta delta) {
            stream.send("message_delta", Map.of("content", delta.content()));
        } else if (event instanceof AnswerEvent.Cited cited) {
            stream.send("citation", cited.citation());
        } else if (event instanceof AnswerEvent.Reset) {
            stream.send("message_reset", Map.of());
        } else if (event instanceof AnswerEvent.Finished finished) {
            stream.send("message_end", finished.answer());
        } else {
            throw new IllegalStateException("The contract has no event for " + event.getClass());
        }
    }
}
