package dev.footnote.slack.queue;

import dev.footnote.slack.client.SlackFailure;
import dev.footnote.slack.reply.SlackReply;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Posts the outcome of one question, and decides after a failure whether and when to try again. Used by one thread at a time. */
final class AnswerDelivery {

    private static final Logger LOG = Logger.getLogger(AnswerDelivery.class);
    private static final int MOST_ATTEMPTS = 7;

    private final SlackReply reply;
    private final SlackOutcome outcome;
    private final Duration firstBackoff;
    private int failures;

    /** @param firstBackoff the wait before the second attempt; each further wait is three times as long */
    AnswerDelivery(SlackReply reply, SlackOutcome outcome, Duration firstBackoff) {
        this.reply = reply;
        this.outcome = outcome;
        this.firstBackoff = firstBackoff;
    }

    /**
     * The result of an attempt: either the wait before the next one, or the name of the final outcome.
     *
     * @param pause null if there is no further attempt
     * @param outcome null if there is one
     */
    record DeliveryAttempt(@Nullable Duration pause, @Nullable String outcome) {}

    /** Makes one attempt to post and returns what came of it. */
    DeliveryAttempt attempt() {
        try {
            post(outcome);
            return ended(outcome.name());
        } catch (SlackFailure e) {
            if (!e.isTemporary()) {
                LOG.warnf("An answer could not be said in Slack: %s", e.getMessage());
                return ended("undelivered");
            }
            failures++;
            if (failures >= MOST_ATTEMPTS) {
                LOG.errorf("An answer could not be said in Slack in %d attempts: %s", MOST_ATTEMPTS, e.getMessage());
                return ended("undelivered");
            }
            return new DeliveryAttempt(firstBackoff.multipliedBy((long) Math.pow(3, failures - 1)), null);
        } catch (RuntimeException e) {
            // A fault of ours comes again with every attempt: the question must end all the same.
            return postFailure(e);
        }
    }

    private DeliveryAttempt postFailure(RuntimeException cause) {
        String reference = SlackOutcome.newReference();
        LOG.error("An answer could not be written for Slack (reference " + reference + ")", cause);
        try {
            SlackOutcome failed = SlackOutcome.failed(reference);
            post(failed);
            return ended(failed.name());
        } catch (SlackFailure | RuntimeException e) {
            LOG.warn("Nor could Slack be told so (reference " + reference + ")", e);
            return ended("undelivered");
        }
    }

    private void post(SlackOutcome posted) throws SlackFailure {
        if (posted.answer() != null) {
            reply.finish(posted.answer());
        } else {
            reply.say(posted.sentence());
        }
    }

    private static DeliveryAttempt ended(String name) {
        return new DeliveryAttempt(null, name);
    }
}
