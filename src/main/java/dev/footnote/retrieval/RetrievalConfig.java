package dev.footnote.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How passages are found. */
@ConfigMapping(prefix = "footnote.retrieval")
public interface RetrievalConfig {

    /** How many passages each of the two ranked lists contributes before they are fused. */
    @WithDefault("50")
    int candidates();

    /** How many passages are read for a question that does not say. More cost time and, beyond 8, no longer help. */
    @WithDefault("8")
    int passages();
}
