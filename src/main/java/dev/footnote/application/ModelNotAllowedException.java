package dev.footnote.application;

/** Thrown when a caller who may not spend tokens asks for an answer of a language model. */
public final class ModelNotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelNotAllowedException(String engine) {
        super("Only those who have the key may have the language model \"" + engine + "\" answer.");
    }
}
