package dev.footnote.generation;

import dev.footnote.engine.Engine;
import dev.footnote.reading.ExtractiveEngine;
import dev.footnote.reading.PassageFinder;
import dev.footnote.verification.Verification;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes an engine of each language model that is configured. Safe for use by several threads. */
@Singleton
public class GenerativeEngines {

    private final LanguageModels models;
    private final Prompts prompts;
    private final Verification verification;
    private final PassageFinder finder;
    private final ExtractiveEngine extractive;

    GenerativeEngines(
            LanguageModels models,
            Prompts prompts,
            Verification verification,
            PassageFinder finder,
            ExtractiveEngine extractive) {
        this.models = models;
        this.prompts = prompts;
        this.verification = verification;
        this.finder = finder;
        this.extractive = extractive;
    }

    /** The engine of that name; empty if there is none. It fails where its model does. */
    public Optional<Engine> find(String name) {
        return models.find(name)
                .map(model -> new GenerativeEngine(name, model, prompts, verification::verify, finder, extractive));
    }
}
