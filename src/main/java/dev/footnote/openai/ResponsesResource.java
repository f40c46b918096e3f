package dev.footnote.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Question;
import dev.footnote.application.ModelNotAllowedException;
import dev.footnote.conversation.Conversations;
import dev.footnote.http.EventStream;
import dev.footnote.http.ProblemException;
import dev.footnote.openai.ModelQuestions.ModelQuestion;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Questions as programs ask them that speak to OpenAI's newer API. */
@Path("/v1/responses")
@Tag(name = "OpenAI-compatible")
class ResponsesResource {

    private static final Logger LOG = Logger.getLogger(ResponsesResource.class);

    private final ModelQuestions questions;
    private final Conversations conversations;
    private final Housekeeping housekeeping;
    private final SaidAnswers said;
    private final ObjectMapper mapper;
    private final Clock clock;

    ResponsesResource(
            ModelQuestions questions,
            Conversations conversations,
            Housekeeping housekeeping,
            SaidAnswers said,
            ObjectMapper mapper,
            Clock clock) {
        this.questions = questions;
        this.conversations = conversations;
        this.housekeeping = housekeeping;
        this.said = said;
        this.mapper = mapper;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    @Blocking
    @Operation(
            operationId = "createResponse",
            summary = "Ask as OpenAI's newer API has it",
            description =
                    "Takes and gives what OpenAI's API for responses does: \"input\" is the question, or messages of which the"
                            + " user's last is; \"previous_response_id\" continues a conversation. \"annotations\" of the type"
                            + " url_citation give the place of each footnote's marker in the text, in UTF-16 code units."
                            + " \"footnote\" holds the answer as /api/v1/ask gives it.")
    @APIResponse(responseCode = "200", description = "The answer, whole or as server-sent events")
    @APIResponse(responseCode = "400", description = "The question breaks a limit, or the body is not as described")
    @APIResponse(responseCode = "404", description = "There is no such model, or no such response before")
    public Response respond(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT),
                                            examples =
                                                    @ExampleObject(
                                                            name = "A question",
                                                            value =
                                                                    "{\"model\": \"footnote\", \"input\": \"Who vetoed the resolution?\"}")))
                    @Nullable
                    String body,
            @Context RoutingContext routing) {
        ResponsesRequest request = ResponsesRequest.of(body, mapper);
        Optional<Response> unknown = questions.unknown(request.model());
        if (unknown.isPresent()) {
            return unknown.get();
        }
        Optional<String> kept = housekeeping.done(request.question());
        if (kept.isPresent()) {
            return keepHouse(kept.get(), request, routing);
        }
        ModelQuestion question = questions.of(question(request), request.model(), routing);
        try {
            if (request.isStreamed()) {
                stream(question, request, routing);
                return Response.ok().build();
            }
            return whole(question, request);
        } catch (ModelNotAllowedException e) {
            return questions.refusal(routing);
        }
    }

    private Question question(ResponsesRequest request) {
        String previous = request.previous();
        if (previous == null) {
            return Question.after(said.turns(request.before()), request.question());
        }
        Answer before = Optional.of(previous)
                .filter(id -> id.startsWith(ResponseObject.ID))
                .flatMap(id -> conversations.message(id.substring(ResponseObject.ID.length())))
                .orElseThrow(() -> new ProblemException(
                        404,
                        "There is no response \"" + previous + "\", or its conversation has expired. Send the messages"
                                + " instead."));
        return new Question(request.question(), before.conversationId(), List.of(), null, null);
    }

    private Response whole(ModelQuestion question, ResponsesRequest request) {
        Answer answer = questions.ask(question, event -> {});
        CompletionContent content = questions.content(answer, question);
        said.said(content.text(), answer);
        return json(response(answer.messageId(), request).whole(content.text(), content.annotations(), answer));
    }

    private void stream(ModelQuestion question, ResponsesRequest request, RoutingContext routing) {
        try (EventStream events = new EventStream(routing, mapper)) {
            try {
                StreamedAnswer streamed = new StreamedAnswer(events, request);
                Answer answer = questions.ask(question, streamed::tell);
                CompletionContent content = questions.content(answer, question);
                said.said(streamed.begun(answer.messageId()).finish(content, answer), answer);
            } catch (RuntimeException e) {
                if (!events.isOpen()) {
                    throw e;
                }
                LOG.error("An answer broke off", e);
                String why = "The answer broke off; Footnote's log says why. Ask again.";
                events.send("error", Map.of("type", "error", "code", "server_error", "message", why));
            }
        }
    }

    /** Opens the stream once the answer has an id. */
    private final class StreamedAnswer {

        private final EventStream events;
        private final ResponsesRequest request;
        private @Nullable ResponseStream stream;

        StreamedAnswer(EventStream events, ResponsesRequest request) {
            this.events = events;
            this.request = request;
        }

        void tell(AnswerEvent event) {
            if (event instanceof AnswerEvent.Started started) {
                begun(started.messageId());
            } else if (stream != null) {
                stream.tell(event);
            }
        }

        ResponseStream begun(String messageId) {
            ResponseStream open = stream;
            if (open == null) {
                open = new ResponseStream(events, response(messageId, request));
                open.open();
                stream = open;
            }
            return open;
        }
    }

    private Response keepHouse(String content, ResponsesRequest request, RoutingContext routing) {
        ResponseObject response = response(UUID.randomUUID().toString(), request);
        if (!request.isStreamed()) {
            return json(response.whole(content, List.of(), null));
        }
        try (EventStream events = new EventStream(routing, mapper)) {
            ResponseStream stream = new ResponseStream(events, response);
            stream.open();
            stream.say(content);
            stream.finish(List.of(), null);
        }
        return Response.ok().build();
    }

    private ResponseObject response(String id, ResponsesRequest request) {
        return new ResponseObject(id, clock.instant().getEpochSecond(), request.model(), request.previous());
    }

    private static Response json(Object entity) {
        return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
