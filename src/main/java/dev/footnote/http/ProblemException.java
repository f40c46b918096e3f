package dev.footnote.http;

/** Ends a request with a problem. Its message is the problem's detail. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    public ProblemException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
