package dev.footnote.slack.reply;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.slack.client.SlackFailure;
import java.util.function.Consumer;

/**
 * Posts one answer in Slack. It receives events while the answer is made, on the thread that makes it; the other methods may
 * be called from any.
 */
public interface SlackReply extends Consumer<AnswerEvent> {

    /**
     * Says the answer. After a failure it can be called again and goes on where it was: nothing is said twice.
     *
     * @throws SlackFailure if Slack did not take it
     */
    void finish(Answer answer) throws SlackFailure;

    /**
     * Says a sentence in place of the answer, or below what has been said of it.
     *
     * @throws SlackFailure if Slack did not take it
     */
    void say(String sentence) throws SlackFailure;

    /** Ends what is open in Slack with a note, and nothing more is said; where nothing is open nothing is said at all. */
    void abandon(String note);

    /** Stops the answer: the next event makes {@link #accept} throw {@link AnswerStoppedException}. */
    void stop();

    /** Thrown when the person who asked has stopped the answer. */
    final class AnswerStoppedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        AnswerStoppedException() {
            super("Who asked has stopped the answer");
        }
    }
}
