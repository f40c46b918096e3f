package dev.footnote.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How answers without an LLM are given. */
@ConfigMapping(prefix = "footnote.reading")
public interface ReadingConfig {

    /** Whether an answer that is probably wrong is refused. Switched off, everything found is said; for measuring. */
    @WithDefault("true")
    boolean refuse();

    /** The most suggested questions that are made for an article. */
    @WithDefault("4")
    int suggestedQuestions();
}
