package dev.footnote.openai;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Question;
import dev.footnote.application.Assistant;
import dev.footnote.application.Caller;
import dev.footnote.application.Door;
import dev.footnote.http.Permission;
import dev.footnote.http.Scope;
import dev.footnote.http.ServerAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts questions that name a model to the assistant, whichever of OpenAI's APIs brought them. Safe for use by several threads. */
@Singleton
class ModelQuestions {

    private final Assistant assistant;
    private final ChatModelNames names;
    private final Permission permission;
    private final OpenAiConfig config;

    ModelQuestions(Assistant assistant, ChatModelNames names, Permission permission, OpenAiConfig config) {
        this.assistant = assistant;
        this.names = names;
        this.permission = permission;
        this.config = config;
    }

    /**
     * A question as it is put.
     *
     * @param question with the engine that its model stands for
     * @param caller who asks
     * @param server the address under which this server was asked, for links
     */
    record ModelQuestion(Question question, Caller caller, String server) {}

    /** The refusal of a model that is not there; empty for one that is. */
    Optional<Response> unknown(String model) {
        return names.has(model) ? Optional.empty() : Optional.of(ModelsResource.unknown(model));
    }

    /** A question to a model, by whoever sent the request. */
    ModelQuestion of(Question asked, String model, RoutingContext routing) {
        return new ModelQuestion(
                names.engine(model).map(asked::by).orElse(asked),
                Caller.of(permission.isGiven(routing.request())),
                ServerAddress.of(routing.request()));
    }

    /** Asks; the exceptions are those of {@link Assistant#ask(Question, Door, Caller, Consumer)}. */
    Answer ask(ModelQuestion question, Consumer<AnswerEvent> events) {
        return assistant.ask(question.question(), Door.OPENAI, question.caller(), events);
    }

    /** An answer as it is sent. */
    CompletionContent content(Answer answer, ModelQuestion question) {
        return CompletionContent.of(answer, config.footnotes(), question.server());
    }

    /** What a caller gets who may not have a language model answer. */
    Response refusal(RoutingContext routing) {
        return permission
                .refusal(routing.request(), Scope.ASK, "have a language model answer")
                .orElseThrow();
    }
}
