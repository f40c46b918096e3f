package dev.footnote.slack;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Slack's Socket Mode server on loopback: sends envelopes and records what comes back. */
final class MockSlackSocket extends WebSocketServer {

    private final CountDownLatch started = new CountDownLatch(1);
    private final List<String> received = new CopyOnWriteArrayList<>();

    private MockSlackSocket() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setReuseAddr(true);
        setDaemon(true);
    }

    static MockSlackSocket listening() throws InterruptedException {
        MockSlackSocket server = new MockSlackSocket();
        server.start();
        if (!server.started.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The mock of Socket Mode did not start");
        }
        return server;
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + getPort() + "/");
    }

    /** What the application sent, the oldest first. */
    List<String> received() {
        return List.copyOf(received);
    }

    /** Sends to the newest connection. */
    void send(String message) {
        List<WebSocket> open =
                getConnections().stream().filter(WebSocket::isOpen).toList();
        open.get(open.size() - 1).send(message);
    }

    void envelope(String id, String type, boolean takesPayload, String payload) {
        send("{\"envelope_id\":\"" + id + "\",\"type\":\"" + type + "\",\"accepts_response_payload\":" + takesPayload
                + ",\"retry_attempt\":0,\"retry_reason\":\"\",\"payload\":" + payload + "}");
    }

    /** Drops every connection without a word. */
    void drop() {
        getConnections().forEach(connection -> connection.closeConnection(1006, "gone"));
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        connection.send("{\"type\":\"hello\",\"num_connections\":1}");
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        received.add(message);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket connection, Exception failure) {}

    void close() throws InterruptedException {
        stop(1_000);
    }
}
