package dev.footnote.retrieval;

import dev.footnote.home.DataFolder;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the index that is configured. */
@Singleton
class ChosenIndex {

    private final IndexConfig config;
    private final OpenSearchConfig openSearch;
    private final DataFolder data;

    ChosenIndex(IndexConfig config, OpenSearchConfig openSearch, DataFolder data) {
        this.config = config;
        this.openSearch = openSearch;
        this.data = data;
    }

    @Produces
    @Singleton
    PassageIndex index() {
        return switch (config.engine()) {
            case LUCENE -> new LucenePassageIndex(data.path().resolve("index"));
            case OPENSEARCH -> new OpenSearchPassageIndex(openSearch);
        };
    }

    void close(@Disposes PassageIndex index) {
        index.close();
    }
}
