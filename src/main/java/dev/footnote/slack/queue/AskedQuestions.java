package dev.footnote.slack.queue;

import java.time.Instant;

/**
 * What was asked in Slack, by ids: whose question led to which answer, so that it can be erased. Safe for use by
 * several threads.
 */
public interface AskedQuestions {

    /**
     * A question that was answered.
     *
     * @param messageId the answer's
     * @param conversationId the thread's
     * @param team the workspace
     * @param channel where it was asked
     * @param user who asked
     * @param at when
     */
    record AnsweredQuestion(
            String messageId, String conversationId, String team, String channel, String user, Instant at) {}

    void keep(AnsweredQuestion asked);

    /** Whether something was answered in that conversation and is still kept. */
    boolean isConversation(String conversationId);

    /** Erases what a user asked in a workspace, with the answers and the feedback. Returns how many answers. */
    int eraseOfUser(String team, String user);

    /** Erases what was asked in a channel, with the answers and the feedback. Returns how many answers. */
    int eraseOfChannel(String team, String channel);

    /** Erases what was asked before that time, with the answers; feedback outlives it. Returns how many answers. */
    int eraseBefore(Instant time);
}
