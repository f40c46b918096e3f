package dev.footnote.slack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.footnote.slack.Logs;
import dev.footnote.slack.MockSlackApi;
import dev.footnote.slack.MockSlackApi.CannedResponse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebApiTest {

    private final MockSlackApi mock = new MockSlackApi();
    private final List<Duration> waits = new ArrayList<>();
    private final ClosableWait rest = new ClosableWait() {
        @Override
        public boolean take(Duration time) {
            waits.add(time);
            return true;
        }
    };
    private final WebApi api = new WebApi(slack(), "xoxb-1", rest, new SlackMeters(new SimpleMeterRegistry()));

    private Slack slack() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(mock.url().toString());
        config.setStatsEnabled(false);
        return Slack.getInstance(config);
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void comesBackWhenSlackSays() throws SlackFailure {
        mock.answerNext("chat.postMessage", CannedResponse.limited(7), CannedResponse.limited(2));
        post(CallPatience.MUCH);
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
        assertThat(mock.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void doesNotWaitLongerThanItIsWorth() {
        mock.answerNext("chat.postMessage", CannedResponse.limited(120));
        assertThatThrownBy(() -> post(CallPatience.MUCH))
                .isInstanceOfSatisfying(SlackFailure.class, failure -> assertThat(failure.isTemporary())
                        .isTrue());
        mock.answerNext("chat.postMessage", CannedResponse.limited(1));
        assertThatThrownBy(() -> post(CallPatience.NONE)).isInstanceOf(SlackFailure.class);
        assertThat(waits).isEmpty();
    }

    @Test
    void givesUpAfterSomeAttempts() {
        mock.answerAlways("chat.postMessage", CannedResponse.limited(1));
        assertThatThrownBy(() -> post(CallPatience.LITTLE)).isInstanceOf(SlackFailure.class);
        assertThat(waits).hasSize(2);
    }

    @Test
    void triesAgainWhatPassesByItself() throws SlackFailure {
        mock.answerNext(
                "chat.postMessage", new CannedResponse(503, "busy", Map.of()), CannedResponse.error("internal_error"));
        post(CallPatience.MUCH);
        assertThat(waits).hasSize(2);
    }

    @Test
    void doesNotTryAgainWhatIsRefused() {
        for (String error : List.of("not_in_channel", "token_revoked", "missing_scope", "msg_blocks_too_long")) {
            mock.answerNext("chat.postMessage", CannedResponse.error(error));
            assertThatThrownBy(() -> post(CallPatience.MUCH)).isInstanceOfSatisfying(SlackFailure.class, failure -> {
                assertThat(failure.isTemporary()).isFalse();
                assertThat(failure.error()).isEqualTo(error);
            });
        }
        assertThat(waits).isEmpty();
    }

    @Test
    void slackOutOfReachIsTemporary() {
        mock.close();
        assertThatThrownBy(() -> post(CallPatience.LITTLE))
                .isInstanceOfSatisfying(SlackFailure.class, failure -> assertThat(failure.isTemporary())
                        .isTrue());
    }

    @Test
    void administratorIsToldOnceWithTheRemedy() {
        List<String> logged = Logs.of(WebApi.class, () -> {
            for (int i = 0; i < 3; i++) {
                mock.answerNext(
                        "chat.postMessage",
                        new CannedResponse(
                                200,
                                "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\",\"provided\":\"commands\"}",
                                Map.of()),
                        CannedResponse.error("token_revoked"));
                assertThatThrownBy(() -> post(CallPatience.MUCH)).isInstanceOf(SlackFailure.class);
                assertThatThrownBy(() -> post(CallPatience.MUCH)).isInstanceOf(SlackFailure.class);
            }
        });
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0)).contains("chat:write").contains("reinstall");
        assertThat(logged.get(1)).contains("token_revoked").contains("footnote.slack.bot-token");
        assertThat(String.join("", logged)).doesNotContain("xoxb");
    }

    private void post(CallPatience patience) throws SlackFailure {
        api.call(
                "chat.postMessage",
                patience,
                methods -> methods.chatPostMessage(post -> post.channel("C1").text("x")));
    }
}
