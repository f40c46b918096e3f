package dev.footnote.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that speaks the protocols of all providers and says what a test wants. */
public final class FakeLanguageModel implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Reaction> reaction = request -> say("NOT_IN_ARTICLE");

    /** What the model was sent. */
    public record Received(String path, Headers headers, JsonNode body) {

        /** All that it was told, instructions and material. */
        public String prompt() {
            StringBuilder prompt = new StringBuilder();
            if (body.has("system")) {
                prompt.append(text(body.get("system"))).append('\n');
            }
            body.get("messages").forEach(message -> prompt.append(text(message.get("content")))
                    .append('\n'));
            return prompt.toString();
        }

        private static String text(JsonNode content) {
            if (content.isTextual()) {
                return content.asText();
            }
            StringBuilder text = new StringBuilder();
            content.forEach(part -> text.append(part.get("text").asText()));
            return text.toString();
        }
    }

    /** What the server does with a request. */
    @FunctionalInterface
    public interface Reaction {
        void to(HttpExchange exchange, Protocol protocol) throws IOException, InterruptedException;
    }

    /** How a provider streams. */
    enum Protocol {
        OPENAI("/v1/chat/completions") {
            @Override
            String part(String text) {
                ObjectNode event = JSON.createObjectNode().put("id", "1").put("model", "m");
                event.putArray("choices")
                        .addObject()
                        .put("index", 0)
                        .putObject("delta")
                        .put("content", text);
                return "data: " + event + "\n\n";
            }

            @Override
            String end(String reason) {
                ObjectNode event = JSON.createObjectNode().put("id", "1").put("model", "m");
                event.putArray("choices")
                        .addObject()
                        .put("index", 0)
                        .put("finish_reason", reason)
                        .putObject("delta");
                event.putObject("usage")
                        .put("prompt_tokens", 11)
                        .put("completion_tokens", 7)
                        .put("total_tokens", 18);
                return "data: " + event + "\n\ndata: [DONE]\n\n";
            }
        },
        OLLAMA("/api/chat") {
            @Override
            String part(String text) {
                ObjectNode line = JSON.createObjectNode().put("model", "m").put("done", false);
                line.putObject("message").put("role", "assistant").put("content", text);
                return line + "\n";
            }

            @Override
            String end(String reason) {
                ObjectNode line = JSON.createObjectNode()
                        .put("model", "m")
                        .put("done", true)
                        .put("done_reason", reason)
                        .put("prompt_eval_count", 11)
                        .put("eval_count", 7);
                line.putObject("message").put("role", "assistant").put("content", "");
                return line + "\n";
            }
        },
        ANTHROPIC("/v1/messages") {
            @Override
            String begin() {
                ObjectNode start = JSON.createObjectNode().put("type", "message_start");
                ObjectNode message = start.putObject("message").put("id", "1").put("model", "m");
                message.putObject("usage").put("input_tokens", 11).put("output_tokens", 0);
                ObjectNode block = JSON.createObjectNode()
                        .put("type", "content_block_start")
                        .put("index", 0);
                block.putObject("content_block").put("type", "text").put("text", "");
                return event(start) + event(block);
            }

            @Override
            String part(String text) {
                ObjectNode delta = JSON.createObjectNode()
                        .put("type", "content_block_delta")
                        .put("index", 0);
                delta.putObject("delta").put("type", "text_delta").put("text", text);
                return event(delta);
            }

            @Override
            String end(String reason) {
                ObjectNode delta = JSON.createObjectNode().put("type", "message_delta");
                delta.putObject("delta").put("stop_reason", reason.equals("length") ? "max_tokens" : "end_turn");
                delta.putObject("usage").put("output_tokens", 7);
                return event(JSON.createObjectNode()
                                .put("type", "content_block_stop")
                                .put("index", 0))
                        + event(delta)
                        + event(JSON.createObjectNode().put("type", "message_stop"));
            }

            private String event(ObjectNode data) {
                return "event: " + data.get("type").asText() + "\ndata: " + data + "\n\n";
            }
        };

        private final String path;

        Protocol(String path) {
            this.path = path;
        }

        String begin() {
            return "";
        }

        abstract String part(String text);

        abstract String end(String reason);
    }

    /** @param server bound, but not started */
    public FakeLanguageModel(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        for (Protocol protocol : Protocol.values()) {
            server.createContext(protocol.path, exchange -> react(exchange, protocol));
        }
        server.start();
    }

    /** Returns when it listens. */
    public static FakeLanguageModel start() {
        return new FakeLanguageModel(bind());
    }

    /** A server that has an address already and serves nothing yet. */
    public static HttpServer bind() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client of that provider is configured with. */
    public URI address(Provider provider) {
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        return URI.create(provider == Provider.OLLAMA ? root : root + "/v1");
    }

    /** From now on, whatever is asked. */
    public void reacts(Reaction always) {
        reaction = request -> always;
    }

    /** From now on, by what is asked. */
    public void reacts(Function<Received, Reaction> always) {
        reaction = always;
    }

    public List<Received> received() {
        return received;
    }

    public Received last() {
        return received.get(received.size() - 1);
    }

    /** A whole answer in parts. */
    public static Reaction say(String... parts) {
        return end("stop", parts);
    }

    /** An answer that ends for a reason. */
    public static Reaction end(String reason, String... parts) {
        return (exchange, protocol) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes(protocol.begin()));
                for (String part : parts) {
                    out.write(bytes(protocol.part(part)));
                    out.flush();
                }
                out.write(bytes(protocol.end(reason)));
            }
        };
    }

    /** A stream that ends in order, in the middle of the answer. */
    public static Reaction stop(String... parts) {
        return (exchange, protocol) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(beginning(protocol, parts));
            }
        };
    }

    /** A connection that breaks in the middle of the answer. */
    public static Reaction cut(String... parts) {
        return (exchange, protocol) -> {
            byte[] sent = beginning(protocol, parts);
            exchange.sendResponseHeaders(200, sent.length + 1_000);
            exchange.getResponseBody().write(sent);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** A beginning after which nothing comes any more. */
    public Reaction hang(String... parts) {
        return (exchange, protocol) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(beginning(protocol, parts));
            exchange.getResponseBody().flush();
            closed.await();
        };
    }

    /** Not even a status. */
    Reaction silence() {
        return (exchange, protocol) -> closed.await();
    }

    /** An error, with what else a server would say. */
    public static Reaction status(int status, String body, String... headers) {
        return (exchange, protocol) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = bytes(body);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        };
    }

    /** An answer in bytes that are no UTF-8: the parts as Latin-1. */
    static Reaction latin1(String... parts) {
        return (exchange, protocol) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                StringBuilder text = new StringBuilder(protocol.begin());
                for (String part : parts) {
                    text.append(protocol.part(part));
                }
                out.write(text.append(protocol.end("stop")).toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        };
    }

    /** Something quite else, with status 200. */
    static Reaction raw(String body) {
        return (exchange, protocol) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes(body));
            }
        };
    }

    /** Text without end and without a line's end. */
    static Reaction flood() {
        return (exchange, protocol) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = bytes("x".repeat(100_000));
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(block);
                }
            }
        };
    }

    private static byte[] beginning(Protocol protocol, String... parts) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.write(bytes(protocol.begin()));
        for (String part : parts) {
            sent.write(bytes(protocol.part(part)));
        }
        return sent.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void react(HttpExchange exchange, Protocol protocol) throws IOException {
        try {
            Received request = new Received(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    JSON.readTree(exchange.getRequestBody()));
            received.add(request);
            reaction.apply(request).to(exchange, protocol);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
