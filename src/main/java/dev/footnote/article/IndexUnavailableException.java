package dev.footnote.article;

/**
 * Thrown when the server that holds the index cannot be reached or cannot answer now. Nothing is wrong with what was
 * asked; it may be asked again. Its message is for whoever runs the server.
 */
public class IndexUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IndexUnavailableException(String message) {
        super(message);
    }

    public IndexUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
