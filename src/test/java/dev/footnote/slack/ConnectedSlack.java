package dev.footnote.slack;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.response.Response;
import dev.footnote.slack.client.SlackSettings;
import dev.footnote.slack.queue.SlackStores;
import dev.footnote.store.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The real door, Bolt, the Slack client and the database, against mocks of Slack. */
final class ConnectedSlack implements AutoCloseable {

    static final String SECRET = "signing-secret";

    final MockSlackApi api;
    final FakeApplication footnote;
    final Stores stores;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final SlackConnection connection;
    private final SlackSettings settings;

    private ConnectedSlack(MockSlackApi api, Path folder, FakeApplication footnote, Map<String, String> properties) {
        this.api = api;
        this.footnote = footnote;
        this.stores = new Stores(folder);
        Map<String, String> all = new HashMap<>(Map.of(
                "footnote.slack.bot-token",
                "xoxb-1",
                "footnote.slack.api-url",
                api.url().toString()));
        // A slow machine may take its time between two words: streaming is for the tests that are about it.
        all.put("footnote.slack.streaming", "false");
        all.putAll(properties);
        this.settings = settings(all);
        this.connection = new SlackConnection(
                Objects.requireNonNull(SlackConnection.SlackTokens.of(settings)),
                settings,
                footnote,
                new SlackStores(stores.slackInbox(), stores.askedInSlack(), stores.slackChannels()),
                registry,
                Clock.systemUTC(),
                new SlackConnection.Pace(Duration.ofMillis(200), Duration.ofMillis(200)));
        connection.start();
    }

    static ConnectedSlack byHttp(
            MockSlackApi api, Path folder, FakeApplication footnote, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("footnote.slack.signing-secret", SECRET);
        return new ConnectedSlack(api, folder, footnote, all);
    }

    static ConnectedSlack bySocket(
            MockSlackApi api, Path folder, FakeApplication footnote, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("footnote.slack.app-token", "xapp-1");
        return new ConnectedSlack(api, folder, footnote, all);
    }

    /** The real mapping with its real defaults. */
    static SlackSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SlackSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(SlackSettings.class);
    }

    /** Waits as long as it takes a slow machine; ends as soon as it is so. */
    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20));
    }

    Response post(String body) {
        return post(body, "application/json", Map.of());
    }

    Response form(String body) {
        return post(body, "application/x-www-form-urlencoded", Map.of());
    }

    Response post(String body, String type, Map<String, String> more) {
        Map<String, List<String>> headers =
                signed(body, Clock.systemUTC().instant().getEpochSecond());
        headers.put("Content-Type", List.of(type));
        more.forEach((name, value) -> headers.put(name, List.of(value)));
        return connection.handle("/slack/events", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Map<String, List<String>> signed(String body, long seconds) {
        Map<String, List<String>> headers = new HashMap<>();
        String time = String.valueOf(seconds);
        headers.put("X-Slack-Request-Timestamp", List.of(time));
        headers.put("X-Slack-Signature", List.of(new SlackSignature.Generator(SECRET).generate(time, body)));
        return headers;
    }

    double count(String outcome) {
        return registry.counter("footnote.slack.questions", "outcome", outcome).count();
    }

    List<MockSlackApi.RecordedCall> posts() {
        return api.calls("chat.postMessage");
    }

    /** Waits until so many messages were posted, and for anything else that is still on its way. */
    List<MockSlackApi.RecordedCall> awaitPosts(int number) {
        eventually().until(() -> posts().size() >= number);
        return posts();
    }

    @Override
    public void close() {
        connection.close();
        stores.close();
    }
}
