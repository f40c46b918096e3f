package dev.footnote.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.queue.Inbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real PostgreSQL. */
class PostgresqlSlackTest extends StoredSlackContract {

    @AutoClose
    private static final PostgresqlServer SERVER = PostgresqlServer.started();

    private String schema = "";

    @BeforeEach
    void begin() {
        schema = SERVER.newSchema();
    }

    @Override
    Stores stores() {
        return Stores.in(SERVER, schema);
    }

    /** Slack repeats a delivery, and a proxy sends it to whichever replica. */
    @Test
    void ofManyDeliveriesToTwoReplicasOneIsTakenIn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Stores one = stores();
                Stores other = stores()) {
            List<Callable<Boolean>> deliveries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Inbox inbox = (i % 2 == 0 ? one : other).slackInbox();
                deliveries.add(() -> inbox.accept(question("Ev1", "1.1"), NOW));
            }
            int taken = 0;
            for (Future<Boolean> each : threads.invokeAll(deliveries)) {
                taken += each.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
            SlackQuestion question = question("Ev1", "1.1");
            assertThat(one.slackInbox().isClaimed(question))
                    .isNotEqualTo(other.slackInbox().isClaimed(question));
            assertThat(one.slackInbox().claimAbandoned()).isEmpty();
            assertThat(other.slackInbox().claimAbandoned()).isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    /** When a claim has run out, several see it at once. */
    @Test
    void ofManyThatTakeOverAQuestionOneDoes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Stores gone = stores()) {
            gone.slackInbox().accept(question("Ev1", "1.1"), NOW);
            endClaims(gone);
            List<Callable<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Inbox inbox = stores().slackInbox();
                attempts.add(() -> inbox.claimAbandoned().size());
            }
            int taken = 0;
            for (Future<Integer> each : threads.invokeAll(attempts)) {
                taken += each.get();
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }
}
