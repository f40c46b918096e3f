package dev.footnote.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.slack.question.SharedFile;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.question.SlackQuestion.Surface;
import dev.footnote.slack.queue.AskedQuestions;
import dev.footnote.slack.queue.AskedQuestions.AnsweredQuestion;
import dev.footnote.slack.queue.ChannelArticles;
import dev.footnote.slack.queue.Inbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the door to Slack remembers, in each real database. */
abstract class StoredSlackContract {

    static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    /** Opens the database of this test, which an earlier one may have filled. */
    abstract Stores stores();

    @Test
    void questionIsTakenInOnceAndSurvivesARestart() {
        SlackQuestion question = question("Ev1", "1.1");
        try (Stores stores = stores()) {
            Inbox inbox = stores.slackInbox();
            assertThat(inbox.accept(question, NOW)).isTrue();
            assertThat(inbox.accept(question, NOW)).isFalse();
            assertThat(inbox.accept(question("Ev2", "1.1"), NOW)).isFalse();
            assertThat(inbox.accept(question("Ev1", "1.2"), NOW)).isFalse();
            assertThat(inbox.accept(question("Ev3", "1.3"), NOW.plusSeconds(1))).isTrue();
        }
        try (Stores stores = stores()) {
            Inbox inbox = stores.slackInbox();
            endClaims(stores);
            assertThat(inbox.claimAbandoned()).containsExactly(question, question("Ev3", "1.3"));
            assertThat(inbox.claimAbandoned()).isEmpty();
            assertThat(inbox.isClaimed(question)).isTrue();
            inbox.done(question);
            assertThat(inbox.isClaimed(question)).isFalse();
            endClaims(stores);
            assertThat(inbox.accept(question, NOW)).isFalse();
            inbox.forgetBefore(NOW.plusSeconds(1));
            assertThat(inbox.accept(question, NOW)).isTrue();
        }
    }

    @Test
    void aQuestionWhoseProcessIsGoneIsTakenOverOnce() {
        SlackQuestion question = question("Ev1", "1.1");
        try (Stores gone = stores()) {
            assertThat(gone.slackInbox().accept(question, NOW)).isTrue();
            assertThat(gone.slackInbox().claimAbandoned()).isEmpty();
            endClaims(gone);
            try (Stores one = stores();
                    Stores other = stores()) {
                List<SlackQuestion> taken = new ArrayList<>(one.slackInbox().claimAbandoned());
                if (one.isShared()) {
                    taken.addAll(other.slackInbox().claimAbandoned());
                    assertThat(other.slackInbox().isClaimed(question)).isFalse();
                }
                assertThat(taken).containsExactly(question);
                assertThat(one.slackInbox().isClaimed(question)).isTrue();
                assertThat(gone.slackInbox().isClaimed(question)).isFalse();
                endClaims(one);
                one.slackInbox().renewClaims();
                assertThat(other.isShared() ? other.slackInbox().claimAbandoned() : List.of())
                        .isEmpty();
            }
        }
    }

    /** As time does. */
    static void endClaims(Stores stores) {
        stores.change("UPDATE slack_inbox SET claimed_until = TIMESTAMP '2020-01-01 00:00:00'");
    }

    @Test
    void ofManyDeliveriesAtOnceOneIsTakenIn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Stores stores = stores()) {
            Inbox inbox = stores.slackInbox();
            List<Callable<Boolean>> deliveries =
                    java.util.Collections.nCopies(8, () -> inbox.accept(question("Ev1", "1.1"), NOW));
            int taken = 0;
            for (Future<Boolean> each : threads.invokeAll(deliveries)) {
                taken += each.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatWasAskedIsErased() {
        try (Stores stores = stores()) {
            AskedQuestions asked = stores.askedInSlack();
            asked.keep(new AnsweredQuestion("m1", "c1", "T1", "C1", "U1", NOW));
            asked.keep(new AnsweredQuestion("m2", "c1", "T1", "C1", "U2", NOW));
            asked.keep(new AnsweredQuestion("m3", "c2", "T1", "C2", "U1", NOW.minusSeconds(9)));
            asked.keep(new AnsweredQuestion("m4", "c3", "T2", "C1", "U1", NOW));
            assertThat(asked.isConversation("c2")).isTrue();
            assertThat(asked.eraseBefore(NOW)).isEqualTo(1);
            assertThat(asked.isConversation("c2")).isFalse();
            assertThat(asked.eraseOfUser("T1", "U1")).isEqualTo(1);
            assertThat(asked.isConversation("c1")).isTrue();
            assertThat(asked.eraseOfChannel("T1", "C1")).isEqualTo(1);
            assertThat(asked.isConversation("c1")).isFalse();
            assertThat(asked.isConversation("c3")).isTrue();
        }
    }

    @Test
    void erasureTakesTheAnswersAndTheFeedback() {
        try (Stores stores = stores()) {
            stores.change("INSERT INTO message (id, conversation_id, created_at, answer) VALUES ('m1', 'c1',"
                    + " CURRENT_TIMESTAMP, '{}')");
            stores.change("INSERT INTO message (id, conversation_id, created_at, answer) VALUES ('m2', 'c1',"
                    + " CURRENT_TIMESTAMP, '{}')");
            stores.change("INSERT INTO feedback (message_id, positive, reasons, given_at) VALUES ('m1', TRUE, '[]',"
                    + " CURRENT_TIMESTAMP)");
            AskedQuestions asked = stores.askedInSlack();
            asked.keep(new AnsweredQuestion("m1", "c1", "T1", "C1", "U1", NOW));
            asked.keep(new AnsweredQuestion("m2", "c1", "T1", "C1", "U2", NOW));
            asked.eraseOfUser("T1", "U1");
            assertThat(stores.change("UPDATE message SET answer = '' WHERE id = 'm1'"))
                    .isZero();
            assertThat(stores.change("UPDATE feedback SET text = '' WHERE message_id = 'm1'"))
                    .isZero();
            assertThat(stores.change("UPDATE message SET answer = '' WHERE id = 'm2'"))
                    .isOne();
        }
    }

    @Test
    void channelIsBoundUntilItIsNot() {
        try (Stores stores = stores()) {
            ChannelArticles channels = stores.slackChannels();
            assertThat(channels.of("T1", "C1")).isEmpty();
            channels.bind("T1", "C1", List.of("a", "b"));
            channels.bind("T1", "C1", List.of("b"));
            assertThat(channels.of("T1", "C1")).containsExactly("b");
            assertThat(channels.of("T2", "C1")).isEmpty();
            channels.bind("T1", "C1", List.of());
            assertThat(channels.of("T1", "C1")).isEmpty();
        }
    }

    static SlackQuestion question(String delivery, String ts) {
        return new SlackQuestion(
                Surface.DIRECT,
                delivery,
                "T1",
                "D1",
                "U1",
                ts,
                ts,
                "Who \"vetoed\" it? ☃",
                null,
                false,
                List.of(new SharedFile("a.txt", "https://files.slack.com/a", 1)));
    }
}
