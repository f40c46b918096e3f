package dev.footnote.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which database is used and how. */
@ConfigMapping(prefix = "footnote.store")
public interface StoreConfig {

    /** Article text kept in memory, in characters; more is read from disk when it is needed. */
    @WithDefault("64M")
    MemorySize cache();

    /**
     * A PostgreSQL that several replicas share, such as {@code jdbc:postgresql://db.example.org/footnote}; without one the
     * database is in the data folder.
     */
    Optional<String> url();

    /** The database's user, who owns the tables. */
    Optional<String> userName();

    /** The user's secret. */
    Optional<String> password();
}
