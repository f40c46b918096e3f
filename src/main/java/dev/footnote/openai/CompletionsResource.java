package dev.footnote.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Answer;
import dev.footnote.answer.Question;
import dev.footnote.application.ModelNotAllowedException;
import dev.footnote.http.EventStream;
import dev.footnote.http.OpenAiError;
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

/** Questions as chat programs ask them. */
@Path("/v1/chat/completions")
@Tag(name = "OpenAI-compatible")
class CompletionsResource {

    private static final Logger LOG = Logger.getLogger(CompletionsResource.class);

    private static final String ID = "chatcmpl-";

    private final ModelQuestions questions;
    private final Housekeeping housekeeping;
    private final SaidAnswers said;
    private final ObjectMapper mapper;
    private final Clock clock;

    CompletionsResource(
            ModelQuestions questions, Housekeeping housekeeping, SaidAnswers said, ObjectMapper mapper, Clock clock) {
        this.questions = questions;
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
            operationId = "createChatCompletion",
            summary = "Ask as a chat program does",
            description =
                    "Takes and gives what OpenAI's API for chat completions does: the last message of the user is the"
                            + " question, those before it are the conversation. \"annotations\" of the type url_citation give the"
                            + " place of each footnote's marker in \"content\", in UTF-16 code units. \"footnote\" holds the answer"
                            + " as /api/v1/ask gives it.")
    @APIResponse(responseCode = "200", description = "The answer, whole or as server-sent events")
    @APIResponse(responseCode = "400", description = "The question breaks a limit, or the body is not as described")
    @APIResponse(responseCode = "404", description = "There is no such model")
    public Response complete(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT),
                                            examples =
                                                    @ExampleObject(
                                                            name = "A question",
                                                            value =
                                                                    "{\"model\": \"footnote\", \"messages\": [{\"role\": \"user\","
                                                                            + " \"content\": \"Who vetoed the resolution?\"}]}")))
                    @Nullable
                    String body,
            @Context RoutingContext routing) {
        CompletionRequest request = CompletionRequest.of(body, mapper);
        Optional<Response> unknown = questions.unknown(request.model());
        if (unknown.isPresent()) {
            return unknown.get();
        }
        Optional<String> kept = housekeeping.done(request.question());
        if (kept.isPresent()) {
            return keepHouse(kept.get(), request, routing);
        }
        ModelQuestion question = questions.of(
                Question.after(said.turns(request.before()), request.question()), request.model(), routing);
        try {
            if (request.isStreamed()) {
                stream(question, request, routing);
                return Response.ok().build();
            }
            return Response.ok(whole(question, request), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (ModelNotAllowedException e) {
            return questions.refusal(routing);
        }
    }

    private Object whole(ModelQuestion question, CompletionRequest request) {
        Answer answer = questions.ask(question, event -> {});
        CompletionContent content = questions.content(answer, question);
        said.said(content.text(), answer);
        return completion(answer.messageId(), request).whole(content.text(), content.annotations(), answer);
    }

    private void stream(ModelQuestion question, CompletionRequest request, RoutingContext routing) {
        try (EventStream events = new EventStream(routing, mapper)) {
            try {
                CompletionStream stream = new CompletionStream(
                        events, completion(UUID.randomUUID().toString(), request));
                Answer answer = questions.ask(question, stream::tell);
                CompletionContent content = questions.content(answer, question);
                said.said(stream.finish(content, answer, request.includesUsage()), answer);
            } catch (RuntimeException e) {
                if (!events.isOpen()) {
                    throw e;
                }
                LOG.error("An answer broke off", e);
                events.sendAsIs(OpenAiError.of(500, "The answer broke off; Footnote's log says why. Ask again.")
                        .toJson());
            }
        }
    }

    private Response keepHouse(String content, CompletionRequest request, RoutingContext routing) {
        Completion completion = completion(UUID.randomUUID().toString(), request);
        if (!request.isStreamed()) {
            return Response.ok(completion.whole(content, List.of(), null), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        try (EventStream events = new EventStream(routing, mapper)) {
            events.send(completion.opening());
            events.send(completion.piece(content));
            events.send(completion.end(null));
            if (request.includesUsage()) {
                events.send(completion.usage());
            }
            events.sendAsIs(Completion.DONE);
        }
        return Response.ok().build();
    }

    private Completion completion(String id, CompletionRequest request) {
        return new Completion(ID + id, clock.instant().getEpochSecond(), request.model());
    }
}
