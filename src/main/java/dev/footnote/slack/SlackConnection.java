package dev.footnote.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.footnote.slack.client.BotIdentity;
import dev.footnote.slack.client.ClosableWait;
import dev.footnote.slack.client.SlackMeters;
import dev.footnote.slack.client.SlackSettings;
import dev.footnote.slack.client.WebApi;
import dev.footnote.slack.inbound.Listeners;
import dev.footnote.slack.inbound.SettingsCommand;
import dev.footnote.slack.inbound.SignatureCheck;
import dev.footnote.slack.inbound.SocketMode;
import dev.footnote.slack.queue.ConversationIds;
import dev.footnote.slack.queue.FootnoteApplication;
import dev.footnote.slack.queue.Notices;
import dev.footnote.slack.queue.QuestionQueue;
import dev.footnote.slack.queue.SlackStores;
import dev.footnote.slack.queue.Uploads;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one workspace; creates its parts and connects them. Creating it calls nothing in Slack; a token that
 * does not work is logged and stops nothing. Safe for use by several threads.
 */
final class SlackConnection {

    private static final Logger LOG = Logger.getLogger(SlackConnection.class);

    /** Slack's own limit is below. */
    static final int LARGEST_REQUEST = 1_000_000;

    private static final Duration CLOSING = Duration.ofSeconds(7);

    private final Slack slack;
    private final App app;
    private final SlackRequestParser parser;
    private final @Nullable SignatureCheck signatures;
    private final @Nullable SocketMode socket;
    private final QuestionQueue questions;
    private final Notices notices;
    private final BotIdentity identity;
    private final ClosableWait rest = new ClosableWait();
    private final SlackMeters meters;

    /**
     * The pace of what is done again.
     *
     * @param checkSocketEvery how often the connection of Socket Mode is tried
     * @param firstBackoff the wait before an answer that Slack did not take is sent again
     */
    record Pace(Duration checkSocketEvery, Duration firstBackoff) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    /** The configured tokens; null if Slack is not configured. */
    record SlackTokens(String bot, @Nullable String app, @Nullable String signingSecret) {

        static @Nullable SlackTokens of(SlackSettings settings) {
            String bot = settings.botToken()
                    .filter(token -> !token.isBlank())
                    .map(String::strip)
                    .orElse(null);
            String app = settings.appToken()
                    .filter(token -> !token.isBlank())
                    .map(String::strip)
                    .orElse(null);
            String secret = settings.signingSecret()
                    .filter(set -> !set.isBlank())
                    .map(String::strip)
                    .orElse(null);
            if (bot != null && (app != null || secret != null)) {
                return new SlackTokens(bot, app, app == null ? secret : null);
            }
            if (bot != null || app != null || secret != null) {
                LOG.warn(
                        "Slack stays off: it needs footnote.slack.bot-token and either footnote.slack.app-token (Socket"
                                + " Mode) or footnote.slack.signing-secret (HTTP).");
            }
            return null;
        }
    }

    SlackConnection(
            SlackTokens tokens,
            SlackSettings settings,
            FootnoteApplication footnote,
            SlackStores workspace,
            MeterRegistry registry,
            Clock clock,
            Pace pace) {
        meters = new SlackMeters(registry);
        slack = Slack.getInstance(configuration(settings));
        WebApi api = new WebApi(slack, tokens.bot(), rest, meters);
        ConversationIds conversations = new ConversationIds(tokens.bot());
        notices = new Notices(api);
        identity = new BotIdentity(api, rest);
        questions = new QuestionQueue(
                footnote,
                workspace,
                api,
                conversations,
                new Uploads(footnote, tokens.bot(), settings.apiUrl()),
                notices,
                settings,
                meters,
                clock,
                pace.firstBackoff());
        app = app(slack);
        new Listeners(
                        footnote,
                        questions,
                        workspace.asked(),
                        conversations,
                        new SettingsCommand(footnote, workspace.asked(), workspace.channels(), settings),
                        api,
                        notices,
                        identity,
                        settings)
                .register(app);
        parser = new SlackRequestParser(app.config());
        signatures = tokens.signingSecret() == null ? null : new SignatureCheck(tokens.signingSecret(), clock);
        socket =
                tokens.app() == null ? null : new SocketMode(slack, tokens.app(), app, meters, pace.checkSocketEvery());
    }

    /** Starts to connect and returns at once. */
    void start() {
        questions.start();
        identity.start();
        if (socket != null) {
            socket.start();
        }
    }

    /** Whether Slack can deliver: over HTTP that is up to Slack. */
    boolean isConnected() {
        return socket == null || socket.isConnected();
    }

    /** Whether requests are taken at all; with Socket Mode none are. */
    boolean takesRequests() {
        return signatures != null;
    }

    /** Takes in nothing more, lets what is under way end, and closes what is open in Slack; takes ten seconds at most. */
    void close() {
        if (socket != null) {
            socket.close(Duration.ofSeconds(1));
        }
        questions.close(CLOSING, rest);
        rest.end();
        notices.close(Duration.ofMillis(500));
        app.stop();
        app.executorService().shutdown();
        try {
            slack.close();
        } catch (Exception e) {
            LOG.debug("The client of Slack could not be closed", e);
        }
    }

    /**
     * Handles a request that came over HTTP.
     *
     * @param headers by name, whose case does not matter
     * @return the status and the body to answer with
     */
    Response handle(String path, byte[] body, Map<String, List<String>> headers) {
        long start = System.nanoTime();
        RequestHeaders named = new RequestHeaders(headers);
        if (body.length > LARGEST_REQUEST) {
            return plain(413, "The body is over 1,000,000 bytes, the limit.");
        }
        if (signatures == null
                || !signatures.isValid(
                        body,
                        named.getFirstValue("X-Slack-Request-Timestamp"),
                        named.getFirstValue("X-Slack-Signature"))) {
            return plain(
                    401,
                    "The request is not signed with footnote.slack.signing-secret, or its time is off by more"
                            + " than five minutes.");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        Request<?> request = parse(path, text, named);
        if (request == null) {
            // Of Slack's, but nothing that Bolt knows, such as that we are sent too much: to refuse it brings it back.
            return isEvent(text) ? plain(200, "") : plain(400, "The body is nothing that Slack sends.");
        }
        try {
            Response response = app.run(request);
            meters.acknowledged(System.nanoTime() - start);
            return response;
        } catch (Exception e) {
            LOG.error("What Slack sent could not be taken in; it delivers again", e);
            return plain(503, "Not taken in.");
        }
    }

    private @Nullable Request<?> parse(String path, String body, RequestHeaders headers) {
        try {
            return parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(path)
                    .queryString(Map.of())
                    .requestBody(body)
                    .headers(headers)
                    .remoteAddress("")
                    .build());
        } catch (RuntimeException e) {
            LOG.debug("What Slack sent cannot be read", e);
            return null;
        }
    }

    private static boolean isEvent(String body) {
        String start = body.strip();
        return start.startsWith("{")
                && (start.contains("\"event_callback\"") || start.contains("\"app_rate_limited\""));
    }

    private static Response plain(int status, String body) {
        return Response.builder()
                .statusCode(status)
                .contentType("text/plain; charset=utf-8")
                .body(body)
                .build();
    }

    private static SlackConfig configuration(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        String url = settings.apiUrl().toString();
        config.setMethodsEndpointUrlPrefix(url.endsWith("/") ? url : url + "/");
        config.setHttpClientReadTimeoutMillis(10_000);
        config.setHttpClientWriteTimeoutMillis(10_000);
        config.setHttpClientCallTimeoutMillis(15_000);
        config.setStatsEnabled(false); // of the asynchronous client, which is not used
        return config;
    }

    /**
     * Without Bolt's middleware: requests are verified before they are parsed, tokens are ours, and whether a message is
     * one of a bot is seen from the message. Nothing calls Slack before the acknowledgement then.
     */
    private static App app(Slack slack) {
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .requestVerificationEnabled(false)
                .allEventsApiAutoAckEnabled(true)
                .threadPoolSize(1)
                .build();
        return new App(config, new ArrayList<>());
    }
}
