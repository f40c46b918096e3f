package dev.footnote.slack.queue;

import dev.footnote.slack.question.SlackQuestion;
import java.time.Instant;
import java.util.List;

/**
 * Stores questions from their receipt until they are answered. A stored question survives a crash, and is stored once
 * however often Slack delivers it and to whichever replica. One process at a time has the claim to answer it, which ends
 * some time after the process has. Safe for use by several threads.
 */
public interface Inbox {

    /**
     * Takes a question in, with the claim to answer it, unless one with any of its {@link SlackQuestion#keys()} was taken in before.
     *
     * @return whether it was; on return it survives a crash
     */
    boolean accept(SlackQuestion question, Instant at);

    /** Marks a question as finished: erases its text and keeps its keys. */
    void done(SlackQuestion question);

    /** Claims the questions that are not done and that no living process has, and returns them, the oldest first. */
    List<SlackQuestion> claimAbandoned();

    /** Keeps the claims of this process for longer. */
    void renewClaims();

    /** Whether this process still has the claim to a question that is not done. */
    boolean isClaimed(SlackQuestion question);

    /** Forgets everything taken in before that time, done or not. */
    void forgetBefore(Instant time);
}
