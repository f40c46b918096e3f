package dev.footnote.answer;

/** A question outside the limits of the contract. Its message says which limit and what to do. */
public class InvalidQuestionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public InvalidQuestionException(String message) {
        super(message);
    }
}
