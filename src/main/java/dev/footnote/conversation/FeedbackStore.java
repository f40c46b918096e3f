package dev.footnote.conversation;

import java.util.Optional;

/** Feedback, one for each message: a repeat replaces. Safe for use by several threads. */
public interface FeedbackStore {

    /** Keeps it; on return it survives a crash. */
    void keep(Feedback feedback);

    /** The feedback on a message, if there is any. */
    Optional<Feedback> find(String messageId);
}
