package dev.footnote.ingestion;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether and how articles are fetched from the web. */
@ConfigMapping(prefix = "footnote.fetch")
public interface FetchConfig {

    /** Whether an article may be added by its address. */
    @WithDefault("false")
    boolean enabled();

    /** The most bytes that are fetched, unpacked where they come packed. */
    @WithDefault("5000000")
    MemorySize largest();

    /** How long fetching may take, the looking up of names and all redirects included. */
    @WithDefault("10s")
    Duration timeout();
}
