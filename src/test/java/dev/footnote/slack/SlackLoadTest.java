package dev.footnote.slack;

import static dev.footnote.slack.ConnectedSlack.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.slack.MockSlackApi.RecordedCall;
import dev.footnote.slack.client.ClosableWait;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 mentions in ten seconds, one in ten delivered twice, while one call of twenty is told to come later. */
class SlackLoadTest {

    private static final int MENTIONS = 200;
    private static final Duration SENT_WITHIN = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void everyMentionIsAnsweredOnceInItsThread() throws Exception {
        FakeApplication footnote = new FakeApplication();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try (MockSlackApi api = new MockSlackApi();
                ConnectedSlack slack = ConnectedSlack.byHttp(api, folder, footnote, Map.of())) {
            api.limit(number -> number % 20 == 0);
            long start = System.nanoTime();
            List<Future<Integer>> sent = IntStream.range(0, MENTIONS)
                    .mapToObj(i -> senders.submit(() -> send(slack, i, start)))
                    .toList();
            for (Future<Integer> each : sent) {
                assertThat(each.get(2, TimeUnit.MINUTES)).isEqualTo(200);
            }
            List<RecordedCall> posts = slack.awaitPosts(MENTIONS);
            eventually().until(() -> slack.count("answered") == MENTIONS);

            assertThat(slack.posts()).hasSize(MENTIONS);
            assertThat(posts)
                    .extracting(post -> post.get("channel") + " " + post.get("thread_ts"))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, MENTIONS)
                            .mapToObj(i -> "C" + i % 7 + " " + stamp(i))
                            .toList());
            assertThat(footnote.asked).hasSize(MENTIONS);
            assertThat(slack.count("duplicate")).isEqualTo(MENTIONS / 10);
            assertThat(slack.registry.counter("footnote.slack.rate.limited").count())
                    .isGreaterThan(5);
            report(slack, System.nanoTime() - start);
        } finally {
            senders.shutdownNow();
        }
    }

    private static int send(ConnectedSlack slack, int number, long start) {
        long due = start + SENT_WITHIN.toNanos() * number / MENTIONS;
        new ClosableWait().take(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        String event = Events.mention(
                "Ev" + number, "U" + number % 40, "C" + number % 7, stamp(number), "<@UBOT> Question " + number + "?");
        int status = slack.post(event).getStatusCode();
        if (number % 10 == 0) {
            status = Math.max(
                    status,
                    slack.post(event, "application/json", Map.of("X-Slack-Retry-Num", "1"))
                            .getStatusCode());
        }
        return status;
    }

    private static String stamp(int number) {
        return "1800000000." + (100_000 + number);
    }

    private static void report(ConnectedSlack slack, long nanos) {
        Timer acknowledged = slack.registry.get("footnote.slack.acknowledged").timer();
        System.out.printf(
                "Slack: %d mentions answered %.1f s after the first was sent; acknowledged in %.1f ms on average, %.1f"
                        + " ms at most%n",
                MENTIONS,
                nanos / 1e9,
                acknowledged.mean(TimeUnit.MILLISECONDS),
                acknowledged.max(TimeUnit.MILLISECONDS));
    }
}
