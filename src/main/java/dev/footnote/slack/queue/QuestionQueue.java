package dev.footnote.slack.queue;

import dev.footnote.answer.NotReadyException;
import dev.footnote.home.StoreUnavailableException;
import dev.footnote.slack.client.ClosableWait;
import dev.footnote.slack.client.SlackMeters;
import dev.footnote.slack.client.SlackSettings;
import dev.footnote.slack.client.WebApi;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.reply.EphemeralReply;
import dev.footnote.slack.reply.SlackReply;
import dev.footnote.slack.reply.StreamDecision;
import dev.footnote.slack.reply.ThreadReply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The queue of questions: stores each one, answers it once, in the order of its thread, and removes it when the answer is
 * in Slack. A stored question survives outages and restarts. Safe for use by several threads.
 */
public final class QuestionQueue {

    private static final Logger LOG = Logger.getLogger(QuestionQueue.class);
    private static final Duration UPKEEP_EVERY = Duration.ofMinutes(10);

    /** Between two tries while the database cannot be reached. */
    private static final Duration OUT_OF_REACH = Duration.ofSeconds(5);

    /** Some times within a claim, which lasts for a minute. */
    private static final Duration CLAIM_EVERY = Duration.ofSeconds(15);

    private final Inbox inbox;
    private final WebApi api;
    private final Notices notices;
    private final SlackSettings settings;
    private final SlackMeters meters;
    private final Clock clock;
    private final Duration firstBackoff;
    private final Dispatcher dispatcher;
    private final DelayedTasks delayed;
    private final QuestionLimiter limiter;
    private final QuestionAnswerer answerer;
    private final SlackRetention retention;
    private final StoppedThreads stopped = new StoppedThreads();
    private final Map<SlackQuestion, SlackReply> underWay = new ConcurrentHashMap<>();

    /** @param firstBackoff the wait before an answer that Slack did not take is sent again; each further one is three times as long */
    public QuestionQueue(
            FootnoteApplication footnote,
            SlackStores workspace,
            WebApi api,
            ConversationIds conversations,
            Uploads uploads,
            Notices notices,
            SlackSettings settings,
            SlackMeters meters,
            Clock clock,
            Duration firstBackoff) {
        this.inbox = workspace.inbox();
        this.api = api;
        this.notices = notices;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.firstBackoff = firstBackoff;
        this.dispatcher = new Dispatcher("slack-answers", settings.workers(), settings.waiting());
        this.delayed = new DelayedTasks(dispatcher);
        this.limiter = new QuestionLimiter(settings.questionsPerMinute());
        this.answerer = new QuestionAnswerer(footnote, workspace, conversations, uploads, notices, settings, clock);
        this.retention = new SlackRetention(inbox, workspace.asked(), settings.retention(), clock);
    }

    /** Continues with the questions that an earlier run or a dead replica left unanswered, and erases old ones from now on. */
    public void start() {
        delayed.now(retention::eraseOld);
        delayed.now(this::takeOver);
        delayed.every(CLAIM_EVERY, this::renewAndTakeOver);
        delayed.every(UPKEEP_EVERY, retention::eraseOld);
    }

    /**
     * Stores a question and queues it. Returns before it is answered.
     *
     * @throws IllegalStateException if it could not be stored; then it must not be acknowledged
     */
    public void take(SlackQuestion question) {
        if (!inbox.accept(question, clock.instant())) {
            meters.question("duplicate");
        } else if (!limiter.allows(question)) {
            decline(
                    question,
                    "limited",
                    "You have asked more than " + settings.questionsPerMinute()
                            + " questions in a minute. Wait a little and ask again.");
        } else {
            queue(question);
        }
    }

    /** Stops the answer under way in a thread and drops the questions that wait there. */
    public void stop(String team, String channel, String thread, String timeStamp) {
        String lane = SlackQuestion.lane(team, channel, thread);
        stopped.stop(lane, timeStamp);
        underWay.forEach((question, reply) -> {
            if (question.lane().equals(lane)) {
                reply.stop();
            }
        });
    }

    /** Begins no more answers, waits for those under way, and then closes the streams that are still open in Slack. */
    public void close(Duration atMost, ClosableWait rest) {
        delayed.close();
        boolean ended = dispatcher.close(atMost.dividedBy(2));
        rest.end();
        if (!ended && !dispatcher.close(atMost.dividedBy(4))) {
            abandon(atMost.dividedBy(4));
        }
    }

    /** On a thread of its own: one that is just speaking to Slack is waited for, but not for long. */
    private void abandon(Duration atMost) {
        Thread closing = new Thread(
                () -> underWay.values()
                        .forEach(reply -> reply.abandon("I am being restarted. I answer this as soon as I am back.")),
                "slack-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewAndTakeOver() {
        try {
            inbox.renewClaims();
            takeOver();
        } catch (StoreUnavailableException e) {
            LOG.debug("The claims to questions from Slack cannot be renewed now", e);
        } catch (RuntimeException e) {
            LOG.error("The claims to questions from Slack could not be renewed; it is tried again", e);
        }
    }

    private void takeOver() {
        try {
            List<SlackQuestion> left = inbox.claimAbandoned();
            if (!left.isEmpty()) {
                LOG.infof("%d questions from Slack were not answered before a stop; answering them.", left.size());
            }
            left.forEach(this::queue);
        } catch (StoreUnavailableException e) {
            LOG.debug("What Slack asked before a stop cannot be read now", e);
        } catch (RuntimeException e) {
            LOG.error("What Slack asked before a stop could not be read", e);
        }
    }

    private void queue(SlackQuestion question) {
        if (!dispatcher.submit(question.lane(), () -> answer(question)) && !dispatcher.isClosing()) {
            decline(question, "busy", "I am busy: too many questions wait. Ask again in a minute.");
        }
    }

    private void decline(SlackQuestion question, String outcome, String sentence) {
        notices.tell(question, sentence);
        done(question, outcome);
    }

    private void done(SlackQuestion question, String outcome) {
        forget(question);
        meters.question(outcome);
    }

    /** Until it is forgotten it would be answered again, should this process die. */
    private void forget(SlackQuestion question) {
        try {
            inbox.done(question);
        } catch (StoreUnavailableException e) {
            LOG.debug("An answered question from Slack waits for the database", e);
            delayed.inLane(question.lane(), OUT_OF_REACH, () -> forget(question));
        }
    }

    private void answer(SlackQuestion question) {
        if (stopped.isStopped(question)) {
            done(question, "stopped");
            return;
        }
        try {
            if (!inbox.isClaimed(question)) {
                return; // this process was away for so long that another answers it
            }
        } catch (StoreUnavailableException e) {
            LOG.debug("A question from Slack waits for the database", e);
            delayed.inLane(question.lane(), OUT_OF_REACH, () -> answer(question));
            return;
        }
        SlackReply reply = reply(question);
        underWay.put(question, reply);
        try {
            showStatus(question, "is reading the article…");
            SlackOutcome outcome = answerer.answer(question, reply);
            deliver(question, new AnswerDelivery(reply, outcome, firstBackoff));
        } catch (NotReadyException e) {
            underWay.remove(question);
            LOG.debug("A question from Slack waits until the articles can be asked", e);
            // Its files have become articles already.
            SlackQuestion again = question.withoutFiles();
            delayed.inLane(question.lane(), e.retryAfter(), () -> answer(again));
        } catch (RuntimeException e) {
            LOG.error("A question from Slack could not be handled", e);
            settled(question, "undelivered");
        }
    }

    private void deliver(SlackQuestion question, AnswerDelivery delivery) {
        AnswerDelivery.DeliveryAttempt attempt = delivery.attempt();
        Duration wait = attempt.pause();
        if (wait != null) {
            delayed.inLane(question.lane(), wait, () -> deliver(question, delivery));
        } else {
            settled(question, String.valueOf(attempt.outcome()));
        }
    }

    private void settled(SlackQuestion question, String outcome) {
        underWay.remove(question);
        done(question, outcome);
        if (outcome.equals("undelivered")) {
            showStatus(question, ""); // what is said clears it
        }
    }

    private SlackReply reply(SlackQuestion question) {
        String responseUrl = question.responseUrl();
        return responseUrl != null
                ? new EphemeralReply(api, responseUrl)
                : new ThreadReply(api, question, StreamDecision.of(settings.streaming()), meters, System::nanoTime);
    }

    /** In direct messages, where Slack shows it; a workspace without agents refuses, and nothing is lost. */
    private void showStatus(SlackQuestion question, String status) {
        if (question.surface() == SlackQuestion.Surface.DIRECT) {
            api.tryTo(
                    "assistant.threads.setStatus",
                    methods -> methods.assistantThreadsSetStatus(set -> set.channelId(question.channel())
                            .threadTs(question.thread())
                            .status(status)));
        }
    }
}
