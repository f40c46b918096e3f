package dev.footnote.slack.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Erases the stored questions and answers that have been kept for long enough. */
final class SlackRetention {

    private static final Logger LOG = Logger.getLogger(SlackRetention.class);

    /** Slack repeats a delivery for about six minutes, and a response URL works for thirty minutes. */
    static final Duration LONGEST_IN_THE_INBOX = Duration.ofHours(1);

    private final Inbox inbox;
    private final AskedQuestions asked;
    private final Duration retention;
    private final Clock clock;

    SlackRetention(Inbox inbox, AskedQuestions asked, Duration retention, Clock clock) {
        this.inbox = inbox;
        this.asked = asked;
        this.retention = retention;
        this.clock = clock;
    }

    /** Erases what is too old. A failure is logged; the next call tries again. */
    void eraseOld() {
        try {
            Instant now = clock.instant();
            inbox.forgetBefore(now.minus(LONGEST_IN_THE_INBOX));
            asked.eraseBefore(now.minus(retention));
        } catch (RuntimeException e) {
            LOG.error("What was asked in Slack and is too old could not be erased; it is tried again", e);
        }
    }
}
