package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.answer.EngineDescription;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.engine.Engine;
import dev.footnote.engine.FallbackEngine;
import dev.footnote.generation.GenerativeEngines;
import dev.footnote.generation.LanguageModels;
import dev.footnote.reading.ExtractiveEngine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engines that can answer, and who may have which of them answer. Safe for use by several threads. */
@Singleton
public class Engines {

    private final ExtractiveEngine extractive;
    private final GenerativeEngines generative;
    private final LanguageModels models;

    Engines(ExtractiveEngine extractive, GenerativeEngines generative, LanguageModels models) {
        this.extractive = extractive;
        this.generative = generative;
        this.models = models;
    }

    /** All that can answer, and which of them does where a question names none. */
    public List<EngineDescription> all() {
        return models.engines();
    }

    /**
     * The engine that answers a caller. Where none is named, the default one; a stranger gets the extractive one instead
     * of a language model.
     *
     * @throws InvalidQuestionException if there is no engine of that name
     * @throws ModelNotAllowedException if a stranger names a language model
     */
    Engine choose(@Nullable String name, Caller caller) {
        String engine = name == null ? models.defaultEngine() : name;
        if (engine.equals(Answer.EXTRACTIVE)) {
            return extractive;
        }
        if (caller == Caller.STRANGER && models.has(engine)) {
            if (name != null) {
                throw new ModelNotAllowedException(engine);
            }
            return extractive;
        }
        return generative
                .find(engine)
                .map(model -> (Engine) new FallbackEngine(model, extractive))
                .orElseThrow(() -> unknown(engine));
    }

    private InvalidQuestionException unknown(String engine) {
        String known = all().stream().map(each -> "\"" + each.name() + "\"").collect(Collectors.joining(", "));
        return new InvalidQuestionException(
                "There is no engine \"" + engine + "\". Leave \"engine\" out, or send one of these: " + known + ".");
    }
}
