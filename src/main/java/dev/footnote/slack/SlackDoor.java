package dev.footnote.slack;

import com.slack.api.bolt.response.Response;
import dev.footnote.home.ServerListening;
import dev.footnote.slack.client.SlackSettings;
import dev.footnote.slack.queue.AskedQuestions;
import dev.footnote.slack.queue.ChannelArticles;
import dev.footnote.slack.queue.FootnoteApplication;
import dev.footnote.slack.queue.Inbox;
import dev.footnote.slack.queue.SlackStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connects to Slack when the server listens, if tokens are configured, and disconnects before the server stops. */
@Singleton
class SlackDoor {

    private final SlackSettings settings;
    private final FootnoteApplication footnote;
    private final SlackStores workspace;
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile @Nullable SlackConnection connection;

    SlackDoor(
            SlackSettings settings,
            FootnoteApplication footnote,
            Inbox inbox,
            AskedQuestions asked,
            ChannelArticles channels,
            MeterRegistry registry,
            Clock clock) {
        this.settings = settings;
        this.footnote = footnote;
        this.workspace = new SlackStores(inbox, asked, channels);
        this.registry = registry;
        this.clock = clock;
    }

    /** Commands run without a server, and without Slack. */
    synchronized void open(@Observes ServerListening event) {
        SlackConnection.SlackTokens tokens = SlackConnection.SlackTokens.of(settings);
        if (tokens != null && connection == null) {
            SlackConnection opened = new SlackConnection(
                    tokens, settings, footnote, workspace, registry, clock, SlackConnection.Pace.USUAL);
            opened.start();
            connection = opened;
        }
    }

    /** Runs before everything else that stops, since the answers under way still need it. */
    synchronized void close(@Observes @Priority(1) ShutdownEvent event) {
        SlackConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    /** Whether it is open, and if so whether Slack can deliver. */
    Optional<Boolean> isConnected() {
        return Optional.ofNullable(connection).map(SlackConnection::isConnected);
    }

    /** Handles a request from Slack; empty where no requests are taken. */
    Optional<Response> handle(String path, byte[] body, Map<String, List<String>> headers) {
        return Optional.ofNullable(connection)
                .filter(SlackConnection::takesRequests)
                .map(open -> open.handle(path, body, headers));
    }
}
