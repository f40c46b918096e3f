package dev.footnote.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the passages are kept. */
@ConfigMapping(prefix = "footnote.index")
public interface IndexConfig {

    /** {@code lucene}: in the data folder; {@code opensearch}: on the server that {@link OpenSearchConfig} names. */
    @WithDefault("lucene")
    IndexEngine engine();

    /** What holds the index. */
    enum IndexEngine {
        LUCENE,
        OPENSEARCH
    }
}
