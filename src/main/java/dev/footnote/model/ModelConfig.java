package dev.footnote.model;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How the local models use the machine. */
@ConfigMapping(prefix = "footnote.model")
public interface ModelConfig {

    /** How many texts are computed at once, each on one thread; as many as there are processors unless given. */
    OptionalInt threads();
}
