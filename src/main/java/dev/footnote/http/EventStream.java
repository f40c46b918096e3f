package dev.footnote.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Server-sent events as the answer to a request. It opens with its first event: until then the request can still end
 * in an ordinary error. A client that has gone is no error: what is sent to it is dropped. Safe for use by several
 * threads; never blocks.
 */
public final class EventStream implements AutoCloseable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final ObjectMapper mapper;
    private boolean open;
    private long heartbeat;

    /** Nothing is sent yet. */
    public EventStream(RoutingContext routing, ObjectMapper mapper) {
        vertx = routing.vertx();
        response = routing.response();
        this.mapper = mapper;
    }

    /** Whether something was sent, so that an error can only be sent as an event. */
    public synchronized boolean isOpen() {
        return open;
    }

    /** Sends an event whose data is the value as JSON. */
    public synchronized void send(String event, Object data) {
        String json = json(data);
        open();
        write("event: " + event + "\ndata: " + json + "\n\n");
    }

    /** Sends an event without a name, whose data is the value as JSON. */
    public synchronized void send(Object data) {
        sendAsIs(json(data));
    }

    /** Sends an event without a name, whose data is a line of text. */
    public synchronized void sendAsIs(String data) {
        open();
        write("data: " + data + "\n\n");
    }

    private String json(Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be sent as JSON: " + data.getClass(), e);
        }
    }

    private synchronized void open() {
        if (!open) {
            open = true;
            response.setStatusCode(200)
                    .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    // Proxies that gather a whole response before they pass it on are asked not to.
                    .putHeader("X-Accel-Buffering", "no")
                    .setChunked(true);
            heartbeat = vertx.setPeriodic(HEARTBEAT.toMillis(), timer -> write(": still here\n\n"));
        }
    }

    /** Ends the response if anything was sent. */
    @Override
    public synchronized void close() {
        if (open) {
            vertx.cancelTimer(heartbeat);
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        }
    }

    private synchronized void write(String text) {
        if (!response.ended() && !response.closed()) {
            response.write(text);
        }
    }
}
