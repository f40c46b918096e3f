package dev.footnote.article;

/** A file that cannot become an article. Its message names the file, what is wrong with it and the remedy. */
public class UnreadableArticleException extends Exception {

    private static final long serialVersionUID = 1;

    /** What is wrong, in kind. */
    public enum UnreadableReason {
        /** Not a format that Footnote reads. */
        UNSUPPORTED_TYPE,
        /** Of a supported format, but broken, encrypted, scanned, empty or undecodable. */
        UNREADABLE,
        /** More text than one article may have. */
        TOO_LARGE,
        /** At an address from which nothing is fetched. */
        ADDRESS_REFUSED
    }

    private final UnreadableReason reason;

    public UnreadableArticleException(UnreadableReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UnreadableArticleException(UnreadableReason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public UnreadableReason reason() {
        return reason;
    }
}
