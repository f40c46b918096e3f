package dev.footnote.home;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where Footnote finds what it reads and keeps what it must not lose. */
@ConfigMapping(prefix = "footnote")
public interface Home {

    /** The folder that holds {@code seeds/}, {@code prompts/} and {@code embeddings/}. */
    @WithDefault(".")
    Path home();

    /** The folder of the articles that are read at start and watched; {@code seeds} of the home unless given. */
    Optional<Path> seeds();

    /** The folder for everything that must survive a restart; {@code embeddings/data} of the home unless given. */
    Optional<Path> data();

    /** As {@link #seeds()}, with its default resolved. */
    default Path seedsFolder() {
        return seeds().orElseGet(() -> home().resolve("seeds"));
    }

    /** Texts that steer the assistant: example phrases and, with an LLM, its prompts. */
    default Path prompts() {
        return home().resolve("prompts");
    }

    /** Models and fitted parameters. */
    default Path embeddings() {
        return home().resolve("embeddings");
    }

    /** As {@link #data()}, with its default resolved. */
    default Path dataFolder() {
        return data().orElseGet(() -> embeddings().resolve("data"));
    }
}
