package dev.footnote.engine;

/** An engine could not answer. Its message is a clause that says why, such as "it did not answer in time". */
public final class EngineFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineFailedException(String reason) {
        super(reason);
    }
}
