package dev.footnote.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How answers are sent to chat programs. */
@ConfigMapping(prefix = "footnote.openai")
interface OpenAiConfig {

    /** Whether the footnotes stand below the answer in its text; without, they are in its annotations alone. */
    @WithDefault("true")
    boolean footnotes();
}
