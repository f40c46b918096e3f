package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.conversation.Conversations;
import dev.footnote.conversation.Feedback;
import dev.footnote.conversation.FeedbackStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes what people think of answers. Safe for use by several threads. */
@Singleton
public class FeedbackDesk {

    private final Conversations conversations;
    private final FeedbackStore store;

    FeedbackDesk(Conversations conversations, FeedbackStore store) {
        this.conversations = conversations;
        this.store = store;
    }

    /** The answer that feedback may be given on; empty if there is none of that id, or if it has expired. */
    public Optional<Answer> answer(String messageId) {
        return conversations.message(messageId);
    }

    /**
     * Keeps feedback on an answer; a repeat replaces.
     *
     * @return false if there is no such answer, or if it has expired; nothing is kept then
     */
    public boolean give(Feedback feedback) {
        if (answer(feedback.messageId()).isEmpty()) {
            return false;
        }
        store.keep(feedback);
        return true;
    }

    /**
     * Feedback in the order in which it was given, the oldest first.
     *
     * @param after what comes after that time and that message; the beginning is {@link Instant#EPOCH} and ""
     * @param messageId see there
     * @param most so many at most
     */
    public List<Feedback> list(Instant after, String messageId, int most) {
        return store.list(after, messageId, most);
    }
}
