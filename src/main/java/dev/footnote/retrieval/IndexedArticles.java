package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.article.Library;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The texts that the passages of the index stand in. Safe for use by several threads. */
@Singleton
class IndexedArticles {

    private final Library library;
    private final PassageIndex index;

    IndexedArticles(Library library, PassageIndex index) {
        this.library = library;
        this.index = index;
    }

    /**
     * The article of a passage, in the revision in which the passage was found; empty if it was replaced or removed since
     * then.
     */
    Optional<Article> of(PassageIndex.PassageMatch found) {
        return library.summary(found.articleId())
                .filter(now -> now.revision().equals(found.revision()))
                .flatMap(now -> library.find(now.id()))
                .filter(article -> article.revision().equals(found.revision()))
                .or(() -> index.superseded(found.articleId(), found.revision()));
    }
}
