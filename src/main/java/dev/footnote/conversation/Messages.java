package dev.footnote.conversation;

import dev.footnote.answer.Answer;
import java.util.Optional;

/** The answers that were given, kept by message id as long as conversations are. Safe for use by several threads. */
public interface Messages {

    /** Keeps an answer; on return it survives a crash. */
    void keep(Answer answer);

    /** The answer of that message id, if it has not expired. */
    Optional<Answer> find(String messageId);
}
