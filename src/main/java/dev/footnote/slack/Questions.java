package dev.footnote.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.answer.Answer;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Question;
import dev.footnote.article.UnknownArticleException;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes questions in and sees to it that each is answered once, in its thread and in its turn. A question that was taken
 * in is in the inbox until its answer is in Slack, through outages and restarts. Safe for use by several threads.
 */
final class Questions {

    private static final Logger LOG = Logger.getLogger(Questions.class);

    /** Slack delivers again for about six minutes, an address to respond to lives for thirty: after that it is over. */
    static final Duration LONGEST_IN_THE_INBOX = Duration.ofHours(1);

    private static final int MOST_DELIVERIES = 7;
    private static final int MOST_USERS = 10_000;
    private static final Duration UPKEEP_EVERY = Duration.ofMinutes(10);

    private final Footnote footnote;
    private final Workspace workspace;
    private final WebApi api;
    private final ConversationIds conversations;
    private final Uploads uploads;
    private final Notices notices;
    private final SlackSettings settings;
    private final SlackMeters meters;
    private final Clock clock;
    private final Duration firstBackoff;
    private final Dispatcher dispatcher;
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "slack-later");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<SlackQuestion, Reply> underWay = new ConcurrentHashMap<>();

    /** Threads that were stopped, each with Slack's time stamp of the stop: older questions want no answer. */
    private final Cache<String, String> stops =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_USERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    /** What this door remembers. */
    record Workspace(Inbox inbox, AskedQuestions asked, ChannelArticles channels) {}

    /** @param firstBackoff the wait before an answer that Slack did not take is sent again; each further one is three times as long */
    Questions(
            Footnote footnote,
            Workspace workspace,
            WebApi api,
            ConversationIds conversations,
            Uploads uploads,
            Notices notices,
            SlackSettings settings,
            SlackMeters meters,
            Clock clock,
            Duration firstBackoff) {
        this.footnote = footnote;
        this.workspace = workspace;
        this.api = api;
        this.conversations = conversations;
        this.uploads = uploads;
        this.notices = notices;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.firstBackoff = firstBackoff;
        this.dispatcher = new Dispatcher("slack-answers", settings.workers(), settings.waiting());
    }

    /** Goes on with what an earlier run left unanswered, and keeps house from now on. */
    void start() {
        Instant start = clock.instant(); // what comes from here on is in hand already
        later.execute(() -> resume(start));
        ScheduledFuture<?> unused = later.scheduleWithFixedDelay(
                this::keepHouse, UPKEEP_EVERY.toMillis(), UPKEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a question in. Returns soon: it is answered behind the scenes.
     *
     * @throws IllegalStateException if it could not be kept; then it must not be acknowledged
     */
    void take(SlackQuestion question) {
        if (!workspace.inbox().accept(question, clock.instant())) {
            meters.question("duplicate");
        } else if (!bucket(question).tryConsume(1)) {
            decline(
                    question,
                    "limited",
                    "You have asked more than " + settings.questionsPerMinute()
                            + " questions in a minute. Wait a little and ask again.");
        } else {
            queue(question);
        }
    }

    /** Stops what is being answered in a thread, and what waits there. */
    void stop(String team, String channel, String thread, String timeStamp) {
        String lane = SlackQuestion.lane(team, channel, thread);
        stops.put(lane, timeStamp);
        underWay.forEach((question, reply) -> {
            if (question.lane().equals(lane)) {
                reply.stop();
            }
        });
    }

    /** Begins no more answers, lets those under way end, and closes what is still open in Slack then. */
    void close(Duration atMost, Rest rest) {
        later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        later.shutdown();
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

    private void resume(Instant start) {
        try {
            keepHouse();
            List<SlackQuestion> left = workspace.inbox().unfinished(start);
            if (!left.isEmpty()) {
                LOG.infof("%d questions from Slack were not answered before the stop; answering them.", left.size());
            }
            left.forEach(this::queue);
        } catch (RuntimeException e) {
            LOG.error("What Slack asked before the stop could not be read", e);
        }
    }

    private void keepHouse() {
        try {
            Instant now = clock.instant();
            workspace.inbox().forgetBefore(now.minus(LONGEST_IN_THE_INBOX));
            workspace.asked().eraseBefore(now.minus(settings.retention()));
        } catch (RuntimeException e) {
            LOG.error("What was asked in Slack and is too old could not be erased; it is tried again", e);
        }
    }

    private Bucket bucket(SlackQuestion question) {
        int most = settings.questionsPerMinute();
        return buckets.get(question.team() + " " + question.user(), user -> Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                .build());
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
        workspace.inbox().done(question);
        meters.question(outcome);
    }

    private void answer(SlackQuestion question) {
        if (isStopped(question)) {
            done(question, "stopped");
            return;
        }
        Reply reply = reply(question);
        underWay.put(question, reply);
        showStatus(question, "is reading the article…");
        deliver(question, reply, said(question, reply), 0);
    }

    private Said said(SlackQuestion question, Reply reply) {
        try {
            return work(question, reply);
        } catch (Reply.StoppedException e) {
            return new Said("stopped", null, "Stopped.");
        } catch (RuntimeException e) {
            String reference =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("A question from Slack could not be answered (reference " + reference + ")", e);
            return new Said(
                    "failed", null, "I can't answer right now. Try again in a minute. (Reference " + reference + ")");
        }
    }

    /** What is to be said: an answer, or a sentence where there is none. */
    private record Said(String outcome, @Nullable Answer answer, String sentence) {}

    private Said work(SlackQuestion question, Reply reply) {
        if (question.external() && !settings.allowExternal()) {
            return new Said(
                    "external", null, "This conversation is shared with another organisation, so I don't answer here.");
        }
        if (!question.files().isEmpty()) {
            String told = settings.uploaders().orElse(List.of()).contains(question.user())
                    ? question.files().stream().map(uploads::add).collect(Collectors.joining("\n"))
                    : "I don't take files from you. An administrator can let you add articles with"
                            + " footnote.slack.uploaders.";
            if (question.text().isBlank()) {
                return new Said("file", null, told);
            }
            notices.tell(question, told);
        }
        if (question.text().isBlank()) {
            return new Said(
                    "help", null, "Ask me a question about the article, and I show the sentences that answer it.");
        }
        return ask(question, reply);
    }

    private Said ask(SlackQuestion question, Reply reply) {
        String conversation = conversations.of(question.lane());
        List<String> articles = workspace.channels().of(question.team(), question.channel());
        try {
            Answer answer = footnote.ask(new Question(question.text(), conversation, articles, null, null), reply);
            workspace
                    .asked()
                    .keep(new AskedQuestions.Asked(
                            answer.messageId(),
                            conversation,
                            question.team(),
                            question.channel(),
                            question.user(),
                            clock.instant()));
            return new Said("answered", answer, "");
        } catch (UnknownArticleException e) {
            return new Said(
                    "refused",
                    null,
                    e.getMessage() + " This channel is bound to it; an administrator can bind it anew with "
                            + settings.command() + "-settings use.");
        } catch (InvalidQuestionException e) {
            return new Said("refused", null, String.valueOf(e.getMessage()));
        }
    }

    private void deliver(SlackQuestion question, Reply reply, Said said, int failures) {
        try {
            if (said.answer() != null) {
                reply.finish(said.answer());
            } else {
                reply.say(said.sentence());
            }
            settled(question, said.outcome());
        } catch (SlackFailure e) {
            if (!e.isTemporary()) {
                LOG.warnf("An answer could not be said in Slack: %s", e.getMessage());
                settled(question, "undelivered");
            } else if (failures + 1 >= MOST_DELIVERIES) {
                LOG.errorf("An answer could not be said in Slack in %d attempts: %s", MOST_DELIVERIES, e.getMessage());
                settled(question, "undelivered");
            } else {
                again(question, reply, said, failures + 1);
            }
        }
    }

    /** Later, in its lane; where the door closes meanwhile, the inbox has it for the next start. */
    private void again(SlackQuestion question, Reply reply, Said said, int failures) {
        Duration wait = firstBackoff.multipliedBy((long) Math.pow(3, failures - 1));
        try {
            ScheduledFuture<?> unused = later.schedule(
                    () -> {
                        boolean taken =
                                dispatcher.submit(question.lane(), () -> deliver(question, reply, said, failures));
                        if (!taken && !dispatcher.isClosing()) {
                            again(question, reply, said, failures);
                        }
                    },
                    wait.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.RejectedExecutionException e) {
            LOG.debug("The door closes; the answer is given after the next start", e);
        }
    }

    private void settled(SlackQuestion question, String outcome) {
        underWay.remove(question);
        done(question, outcome);
        if (outcome.equals("undelivered")) {
            showStatus(question, ""); // what is said clears it
        }
    }

    private boolean isStopped(SlackQuestion question) {
        String stop = stops.getIfPresent(question.lane());
        // Slack's time stamps have one form: seconds and six digits.
        return stop != null && question.ts().compareTo(stop) <= 0;
    }

    private Reply reply(SlackQuestion question) {
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
