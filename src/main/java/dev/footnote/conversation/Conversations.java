package dev.footnote.conversation;

import dev.footnote.answer.Answer;
import java.util.List;
import java.util.Optional;

/**
 * The answers that were given, in their conversations. A conversation expires when nothing was said in it for the
 * configured time. Safe for use by several threads.
 */
public interface Conversations {

    /** Keeps an answer as the last turn of its conversation; on return it survives a crash. */
    void keep(Answer answer);

    /**
     * Keeps an answer in the place of another turn of its conversation, as the last one where there is no such turn; on
     * return it survives a crash.
     *
     * @param messageId the turn that it takes the place of
     */
    void replace(String messageId, Answer answer);

    /** The answer of that message id, if its conversation has not expired. */
    Optional<Answer> message(String messageId);

    /** The turns of a conversation, the oldest first; empty if there is none of that id, or it has expired. */
    List<Answer> turns(String conversationId);

    /** The last turns of a conversation, the oldest of them first. */
    List<Answer> lastTurns(String conversationId, int limit);

    /**
     * Forgets a conversation, with the feedback on its answers; what was shared of it stays. Returns whether there was
     * one.
     */
    boolean delete(String conversationId);
}
