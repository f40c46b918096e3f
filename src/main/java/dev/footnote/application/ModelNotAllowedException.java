package dev.footnote.application;

/** A stranger asks for an answer of a language model, whose cost others bear. */
public final class ModelNotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelNotAllowedException(String engine) {
        super("Only those who have the key may have the language model \"" + engine + "\" answer.");
    }
}
