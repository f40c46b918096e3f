package dev.footnote.ingestion;

import dev.footnote.article.Article;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.article.UnreadableArticleException;
import jakarta.inject.Singleton;

/** The one way into the library: what it returns is kept and, up to {@code footnote.ingestion.wait-for} of text, ready to be asked. */
@Singleton
public class Ingestion {

    /**
     * An article as it now is in the library.
     *
     * @param article the article
     * @param isNew whether this call brought it: false where the same text was there already
     */
    public record Added(Article article, boolean isNew) {}

    /** Reads a file, keeps it and indexes it. */
    public Added add(Submission submission) throws UnreadableArticleException {
        throw new UnsupportedOperationException(submission.fileName());
    }

    /**
     * Puts another text under the same id.
     *
     * @throws UnknownArticleException if there is no such article
     */
    public Article replace(String id, Submission submission) throws UnreadableArticleException {
        throw new UnsupportedOperationException(id + submission.fileName());
    }

    /** Takes an article out; a seed stays away until its file changes. Returns whether there was one. */
    public boolean remove(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** How far an article is. */
    public Progress progress(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** Whether every article that was there at start can be asked. */
    public boolean isReady() {
        return false;
    }
}
