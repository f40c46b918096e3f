package dev.footnote.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How passages are found. */
@ConfigMapping(prefix = "footnote.retrieval")
public interface RetrievalConfig {

    /** How many passages each of the two ranked lists contributes before they are fused. */
    @WithDefault("50")
    int candidates();

    /** How many full passages are read for a question that does not say; of short ones more, at the same cost. */
    @WithDefault("8")
    int passages();
}
