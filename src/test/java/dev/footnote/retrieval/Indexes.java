package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.article.Library;
import java.nio.file.Path;
import java.util.Optional;

/** The real index of a folder, for tests that need no container. */
public final class Indexes {

    private Indexes() {}

    /** Opens it, making it if need be. */
    public static PassageIndex open(Path folder) {
        return new LucenePassageIndex(folder);
    }

    /** The article that a passage was found in. */
    public static Optional<Article> articleOf(Library library, PassageIndex index, PassageIndex.PassageMatch found) {
        return new IndexedArticles(library, index).of(found);
    }

    /** Closes what {@link #open} has opened. */
    public static void close(PassageIndex index) {
        index.close();
    }
}
