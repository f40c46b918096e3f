package dev.footnote.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the database is used. */
@ConfigMapping(prefix = "footnote.store")
interface StoreConfig {

    /** Article text kept in memory, in characters; more is read from disk when it is needed. */
    @WithDefault("64M")
    MemorySize cache();
}
