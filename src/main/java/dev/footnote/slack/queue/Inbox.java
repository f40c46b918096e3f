package dev.footnote.slack.queue;

import dev.footnote.slack.question.SlackQuestion;
import java.time.Instant;
import java.util.List;

/**
 * Stores questions from their receipt until they are answered. A stored question survives a crash, and is stored once
 * however often Slack delivers it. Safe for use by several threads.
 */
public interface Inbox {

    /**
     * Takes a question in, unless one with any of its {@link SlackQuestion#keys()} was taken in before.
     *
     * @return whether it was; on return it survives a crash
     */
    boolean accept(SlackQuestion question, Instant at);

    /** Marks a question as finished: erases its text and keeps its keys. */
    void done(SlackQuestion question);

    /** What was taken in before that time and is not done, the oldest first. */
    List<SlackQuestion> unfinished(Instant before);

    /** Forgets everything taken in before that time, done or not. */
    void forgetBefore(Instant time);
}
