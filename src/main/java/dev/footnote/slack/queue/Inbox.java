package dev.footnote.slack.queue;

import dev.footnote.slack.question.SlackQuestion;

import java.time.Instant;
import java.util.List;

/**
 * Questions from their receipt to their answer. What is taken in survives a crash, and is taken in once however often
 * Slack delivers it. Safe for use by several threads.
 */
public interface Inbox {

    /**
     * Takes a question in, unless one with any of its {@link SlackQuestion#keys()} was taken in before.
     *
     * @return whether it was; on return it survives a crash
     */
    boolean accept(SlackQuestion question, Instant at);

    /** It needs no answer any more: its text is forgotten, its keys are not. */
    void done(SlackQuestion question);

    /** What was taken in before that time and is not done, the oldest first. */
    List<SlackQuestion> unfinished(Instant before);

    /** Forgets everything taken in before that time, done or not. */
    void forgetBefore(Instant time);
}
