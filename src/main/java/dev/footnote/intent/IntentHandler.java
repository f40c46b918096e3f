package dev.footnote.intent;

import dev.footnote.engine.Reply;
import java.util.Optional;

/** Answers the questions of one {@link Intent}. Implementations are safe for use by several threads. */
public interface IntentHandler {

    /** The reply to a question that has this intent for sure; empty leaves the question to the next handler. */
    default Optional<Reply> answer(EncodedQuestion question) {
        return Optional.empty();
    }

    /** The reply to a question that may have this intent, for the case that reading finds no answer to it. */
    default Optional<Reply> whenNotFound(EncodedQuestion question) {
        return Optional.empty();
    }

    /** Whether the reply is made of sentences that a language model could write from. */
    default boolean isOverview() {
        return false;
    }
}
