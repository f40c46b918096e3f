package dev.footnote.article;

/** Thrown when a request names an article that the library does not have. */
public class UnknownArticleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownArticleException(String id) {
        super("There is no article \"" + id + "\". GET /api/v1/articles lists those there are.");
    }
}
