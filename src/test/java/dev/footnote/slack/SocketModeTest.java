package dev.footnote.slack;

import static dev.footnote.slack.ConnectedSlack.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.TownClock;
import dev.footnote.slack.MockSlackApi.CannedResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection that needs no address of ours, through the real client, against mocks of Slack. */
class SocketModeTest {

    @TempDir
    Path folder;

    private final MockSlackApi api = new MockSlackApi();
    private final FakeApplication footnote = new FakeApplication();
    private MockSlackSocket socket;

    @SuppressWarnings("NullAway.Init") // by connect()
    private ConnectedSlack slack;

    @BeforeEach
    void start() throws InterruptedException {
        socket = MockSlackSocket.listening();
        api.socketAt(socket.url());
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (slack != null) {
            slack.close();
        }
        socket.close();
        api.close();
    }

    private void connect() {
        slack = ConnectedSlack.bySocket(api, folder, footnote, Map.of());
        eventually().until(slack.connection::isConnected);
    }

    private void mention(String id, String ts) {
        socket.envelope(id, "events_api", false, Events.mention("Ev" + id, "U1", "C1", ts, "<@UBOT> Who?"));
    }

    @Test
    void mentionIsAcknowledgedAndAnswered() {
        connect();
        assertThat(api.calls("apps.connections.open").get(0).authorization()).isEqualTo("Bearer xapp-1");
        mention("e1", "10.1");
        eventually().until(() -> socket.received().contains("{\"envelope_id\":\"e1\"}"));
        assertThat(slack.awaitPosts(1).get(0).get("thread_ts")).isEqualTo("10.1");
    }

    @Test
    void commandIsAcknowledgedWithItsWords() {
        connect();
        socket.envelope(
                "e1",
                "slash_commands",
                true,
                "{\"command\":\"/footnote\",\"text\":\"Who?\",\"team_id\":\"T1\",\"channel_id\":\"C1\",\"user_id\":\"U1\",\"trigger_id\":\"t1\",\"response_url\":\""
                        + api.base().resolve("/resp/a") + "\"}");
        eventually().until(() -> !socket.received().isEmpty());
        assertThat(socket.received().get(0)).contains("\"envelope_id\":\"e1\"").contains("Looking that up");
        eventually().until(() -> !api.calls("resp/a").isEmpty());
        assertThat(api.calls("resp/a").get(0).body()).contains(TownClock.ANSWER);
    }

    @Test
    void clickIsAcknowledged() {
        connect();
        socket.envelope(
                "e1",
                "interactive",
                true,
                Events.click(
                        "answer_feedback",
                        "feedback_buttons",
                        "gone:up",
                        api.base().resolve("/resp/a").toString()));
        eventually().until(() -> socket.received().contains("{\"envelope_id\":\"e1\"}"));
        eventually().until(() -> !api.calls("resp/a").isEmpty());
    }

    @Test
    void nothingIsVerifiedOverHttpWhereItIsNotInUse() {
        connect();
        assertThat(slack.connection.takesRequests()).isFalse();
        assertThat(slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "x")).getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void refreshOfTheConnectionLosesNothing() {
        connect();
        socket.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        eventually().until(() -> api.calls("apps.connections.open").size() >= 2);
        eventually().until(() -> socket.getConnections().size() == 1);
        eventually().until(slack.connection::isConnected);
        mention("e1", "10.1");
        slack.awaitPosts(1);
    }

    @Test
    void lostConnectionIsMadeAnew() {
        connect();
        int before = api.calls("apps.connections.open").size();
        socket.drop();
        eventually()
                .until(() -> api.calls("apps.connections.open").size() > before
                        && !socket.getConnections().isEmpty()
                        && slack.connection.isConnected());
        mention("e1", "10.1");
        slack.awaitPosts(1);
    }

    @Test
    void refusedConnectionIsTriedAgain() {
        api.answerNext(
                "apps.connections.open",
                CannedResponse.error("internal_error"),
                new CannedResponse(500, "", Map.of()),
                CannedResponse.limited(1));
        connect();
        mention("e1", "10.1");
        slack.awaitPosts(1);
    }

    @Test
    void closedDoorLeavesNoThreads() {
        Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
        connect();
        mention("e1", "10.1");
        slack.awaitPosts(1);
        slack.close();
        eventually().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                // The SDK keeps some of that name for the whole process, in its default configuration.
                .filteredOn(name -> !name.startsWith("slack-api-metrics"))
                .noneMatch(name -> name.startsWith("slack-")
                        || name.contains("socket-mode")
                        || name.startsWith("WebSocketConnectReadThread")));
    }
}
