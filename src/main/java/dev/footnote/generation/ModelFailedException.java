package dev.footnote.generation;

/** Thrown when a language model gave no answer that can be used. */
final class ModelFailedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Failure failure;

    /** Without a cause: what a provider writes in its errors may quote a key. */
    ModelFailedException(Failure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
