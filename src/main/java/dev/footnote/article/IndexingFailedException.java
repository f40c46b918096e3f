package dev.footnote.article;

/**
 * Thrown when an article was kept but could not be indexed, so that it can be read but not asked. Its message is for
 * whoever sent it.
 */
public class IndexingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String articleId;

    public IndexingFailedException(String articleId) {
        super("The article \"" + articleId
                + "\" is kept, but it could not be indexed and so cannot be asked; the log says"
                + " why. Once that is mended, send the same text again, or delete the article.");
        this.articleId = articleId;
    }

    /** The id of the article, which is listed as failed. */
    public String articleId() {
        return articleId;
    }
}
