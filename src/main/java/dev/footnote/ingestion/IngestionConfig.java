package dev.footnote.ingestion;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How articles come into the index. */
@ConfigMapping(prefix = "footnote.ingestion")
public interface IngestionConfig {

    /** Up to this much text, in UTF-16 units, an upload is answered when the article can be asked; above, at once. */
    @WithDefault("1M")
    MemorySize waitFor();

    /** Whether the articles of {@code seeds/} are read at all. */
    @WithDefault("true")
    boolean seeds();

    /** A file of {@code seeds/} that is larger is skipped. Uploads have the limit of a request's body. */
    @WithDefault("100M")
    MemorySize largestSeed();

    /** How often {@code seeds/} is looked through for changes; 0 never looks again after the start. */
    @WithDefault("2s")
    Duration watchEvery();
}
