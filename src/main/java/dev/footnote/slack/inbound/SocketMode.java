package dev.footnote.slack.inbound;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import com.slack.api.util.json.GsonFactory;
import dev.footnote.slack.client.ClosableWait;
import dev.footnote.slack.client.SlackMeters;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to Slack that Slack needs no address of ours for. One thread keeps it up, through Slack's own refreshes,
 * lost connections and outages. The SDK's own keeper of the connection ends for good when Slack refuses to open one, and its
 * application object leaves threads behind. What Slack sends is handled on threads that are never interrupted, which the
 * SDK's are.
 */
public final class SocketMode {

    private static final Logger LOG = Logger.getLogger(SocketMode.class);
    private static final Gson JSON = GsonFactory.createSnakeCase();

    private static final int RECEIVERS = 2;
    private static final int MOST_RECEIVED = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final Slack slack;
    private final String appToken;
    private final App app;
    private final SocketModeRequestParser parser;
    private final SlackMeters meters;
    private final Duration checkEvery;
    private final ClosableWait rest = new ClosableWait();
    private final ThreadPoolExecutor receivers;
    private final Thread keeper = new Thread(this::keep, "slack-socket");
    private volatile @Nullable SocketModeClient client;
    private volatile boolean isConnected;

    /** @param checkEvery how often the connection is tried */
    public SocketMode(Slack slack, String appToken, App app, SlackMeters meters, Duration checkEvery) {
        this.slack = slack;
        this.appToken = appToken;
        this.app = app;
        this.parser = new SocketModeRequestParser(app.config());
        this.meters = meters;
        this.checkEvery = checkEvery;
        this.receivers = new ThreadPoolExecutor(
                RECEIVERS, RECEIVERS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_RECEIVED), task -> {
                    Thread thread = new Thread(task, "slack-receiver");
                    thread.setDaemon(true);
                    return thread;
                });
        keeper.setDaemon(true);
    }

    /** Returns at once; the connection is made behind the scenes. */
    public void start() {
        keeper.start();
    }

    public boolean isConnected() {
        return isConnected;
    }

    /** Takes in nothing more; what was taken in is acknowledged. */
    public void close(Duration atMost) {
        rest.end();
        try {
            keeper.join(atMost.toMillis());
            receivers.shutdown();
            receivers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private void keep() {
        Duration wait = Duration.ofSeconds(1);
        String told = "";
        while (!rest.isOver()) {
            String problem = connect();
            if (problem == null) {
                wait = Duration.ofSeconds(1);
                told = "";
                meters.connected();
                LOG.info("Connected to Slack.");
                watch();
                if (!rest.isOver()) {
                    LOG.info("The connection to Slack is lost; connecting again.");
                }
            } else {
                if (!problem.equals(told)) {
                    LOG.warn(problem);
                    told = problem;
                }
                rest.take(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
    }

    /** Returns null once connected, else what to say of it. */
    private @Nullable String connect() {
        disconnect();
        try {
            SocketModeClient made = new SocketModeClientJavaWSImpl(
                    slack,
                    appToken,
                    slack.issueSocketModeUrl(appToken),
                    1,
                    new ConcurrentLinkedMessageQueue(),
                    true,
                    false, // its own keeper of the connection
                    0);
            client = made;
            made.addWebSocketMessageListener(message -> receive(made, message));
            made.connect();
            return isAlive(made) ? null : "Slack's Socket Mode server does not answer. Footnote goes on trying.";
        } catch (IllegalStateException e) {
            // Said by Slack itself: a wrong token, Socket Mode switched off.
            return e.getMessage()
                    + ". Check footnote.slack.app-token (xapp-…, with connections:write) and that the app has Socket"
                    + " Mode switched on. Footnote goes on trying.";
        } catch (IOException | URISyntaxException e) {
            return "Slack cannot be reached (" + e.getMessage() + "). Footnote goes on trying.";
        }
    }

    private void watch() {
        SocketModeClient current = client;
        isConnected = true;
        while (current != null && rest.take(checkEvery) && isAlive(current)) {
            // still there
        }
        isConnected = false;
    }

    /** Slack refreshes connections: for a moment the new one is not open yet. */
    private boolean isAlive(SocketModeClient current) {
        long deadline = System.nanoTime() + OPENING.toNanos();
        do {
            if (current.verifyConnection()) {
                return true;
            }
        } while (System.nanoTime() < deadline && rest.take(Duration.ofMillis(100)));
        return false;
    }

    private void disconnect() {
        SocketModeClient old = client;
        client = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("A connection to Slack could not be closed", e);
            }
        }
    }

    private void receive(SocketModeClient from, String message) {
        long start = System.nanoTime();
        try {
            receivers.execute(() -> handle(from, message, start));
        } catch (RejectedExecutionException e) {
            LOG.debug("What Slack sent is not taken in; it delivers again", e);
        }
    }

    /** Without an acknowledgement Slack delivers again. */
    private void handle(SocketModeClient from, String message, long start) {
        try {
            SocketModeRequest request = parser.parse(message);
            if (request == null || request.getBoltRequest() == null) {
                return;
            }
            Response response = app.run(request.getBoltRequest());
            if (response.getStatusCode() == 200) {
                from.sendSocketModeResponse(
                        acknowledgement(request.getEnvelope().getEnvelopeId(), response));
                meters.acknowledged(System.nanoTime() - start);
            }
        } catch (Exception e) {
            LOG.warn("What Slack sent could not be taken in; it delivers again", e);
        }
    }

    private static String acknowledgement(String envelopeId, Response response) {
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.addProperty("envelope_id", envelopeId);
        String body = response.getBody();
        if (body != null && !body.isEmpty()) {
            String type = response.getContentType();
            if (type != null && type.startsWith("application/json")) {
                acknowledgement.add("payload", JSON.fromJson(body, JsonElement.class));
            } else {
                JsonObject payload = new JsonObject();
                payload.addProperty("text", body);
                acknowledgement.add("payload", payload);
            }
        }
        return JSON.toJson(acknowledgement);
    }
}
