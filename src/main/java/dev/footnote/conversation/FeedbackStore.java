package dev.footnote.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Feedback, one for each message: a repeat replaces. Safe for use by several threads. */
public interface FeedbackStore {

    /** Keeps it; on return it survives a crash. */
    void keep(Feedback feedback);

    /** The feedback on a message, if there is any. */
    Optional<Feedback> find(String messageId);

    /**
     * Feedback in the order in which it was given, the oldest first; what is given at one time by its message's id.
     *
     * @param after only what comes after feedback of that time on that message; the beginning is {@link Instant#EPOCH} and ""
     * @param messageId see there
     * @param most so many at most
     */
    List<Feedback> list(Instant after, String messageId, int most);
}
