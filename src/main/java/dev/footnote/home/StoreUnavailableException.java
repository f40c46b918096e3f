package dev.footnote.home;

/** Thrown when the database is on a server that cannot be reached now. Nothing was changed by halves; it can be tried again. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
