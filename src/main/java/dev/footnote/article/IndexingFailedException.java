package dev.footnote.article;

/**
 * Thrown when an article was kept but could not be indexed, so that it can be read but not asked. Its message is for
 * whoever sent it.
 */
public class IndexingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String articleId;
    private final boolean isPutOff;

    private IndexingFailedException(String articleId, boolean isPutOff, String message) {
        super("The article \"" + articleId + "\" is kept, but " + message);
        this.articleId = articleId;
        this.isPutOff = isPutOff;
    }

    /** It is not tried again until the next start, or until the same text comes again. */
    public static IndexingFailedException of(String articleId) {
        return new IndexingFailedException(
                articleId,
                false,
                "it could not be indexed and so cannot be asked; the log says why. Once that is mended, send the same"
                        + " text again, or delete the article.");
    }

    /** The server that it needs is out of reach; it is indexed when that is back. */
    public static IndexingFailedException putOff(String articleId) {
        return new IndexingFailedException(
                articleId,
                true,
                "the index cannot be reached now, so it cannot be asked yet. It is indexed when the index is back; the"
                        + " same text may be sent again.");
    }

    /** Whether it is indexed by itself as soon as a server can be reached. */
    public boolean isPutOff() {
        return isPutOff;
    }

    /** The id of the article, which is listed as failed. */
    public String articleId() {
        return articleId;
    }
}
