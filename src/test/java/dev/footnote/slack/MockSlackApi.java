package dev.footnote.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Slack's Web API on loopback: records what it is sent, and answers as it is told. */
public final class MockSlackApi implements AutoCloseable {

    /** A call it was sent. */
    public record RecordedCall(String method, Map<String, String> form, String body, String authorization) {
        public String get(String name) {
            return form.getOrDefault(name, "");
        }
    }

    /** What it answers. */
    public record CannedResponse(int status, String body, Map<String, String> headers) {
        public static CannedResponse ok(String fields) {
            return new CannedResponse(200, "{\"ok\":true" + (fields.isEmpty() ? "" : "," + fields) + "}", Map.of());
        }

        public static CannedResponse error(String error) {
            return new CannedResponse(200, "{\"ok\":false,\"error\":\"" + error + "\"}", Map.of());
        }

        public static CannedResponse limited(int seconds) {
            return new CannedResponse(
                    429, "{\"ok\":false,\"error\":\"ratelimited\"}", Map.of("Retry-After", String.valueOf(seconds)));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<CannedResponse>> next = new ConcurrentHashMap<>();
    private final Map<String, CannedResponse> always = new ConcurrentHashMap<>();
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger stamps = new AtomicInteger();
    private volatile IntPredicate limited = number -> false;
    private volatile String socketUrl = "ws://127.0.0.1:1/";

    public MockSlackApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return base().resolve("/api/");
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The next calls of a method are answered so, one after the other; later ones as usual. */
    public void answerNext(String method, CannedResponse... replies) {
        next.computeIfAbsent(method, name -> new ArrayDeque<>()).addAll(Arrays.asList(replies));
    }

    public void answerAlways(String method, CannedResponse reply) {
        always.put(method, reply);
    }

    /** Calls whose number, from 1, is such are told to come later. */
    public void limit(IntPredicate limited) {
        this.limited = limited;
    }

    public void socketAt(URI url) {
        socketUrl = url.toString();
    }

    public List<RecordedCall> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    public List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String method = exchange.getRequestURI().getPath().replaceFirst("^/(api/)?", "");
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        RecordedCall call = new RecordedCall(
                method,
                type.startsWith("application/x-www-form-urlencoded") ? form(body) : Map.of(),
                body,
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        CannedResponse reply = limited.test(received.incrementAndGet()) ? CannedResponse.limited(1) : reply(method);
        if (reply.status() != 429) {
            calls.add(call);
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized CannedResponse reply(String method) {
        Deque<CannedResponse> queue = next.get(method);
        CannedResponse first = queue == null ? null : queue.poll();
        if (first != null) {
            return first;
        }
        CannedResponse set = always.get(method);
        if (set != null) {
            return set;
        }
        return switch (method) {
            case "auth.test" ->
                CannedResponse.ok(
                        "\"team\":\"Test\",\"team_id\":\"T1\",\"user\":\"footnote\",\"user_id\":\"UBOT\",\"bot_id\":\"B1\"");
            case "apps.connections.open" -> CannedResponse.ok("\"url\":\"" + socketUrl + "\"");
            default ->
                CannedResponse.ok(
                        "\"channel\":\"C1\",\"ts\":\"1800000000." + (100000 + stamps.incrementAndGet()) + "\"");
        };
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (one, other) -> other));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
