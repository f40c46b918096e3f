package dev.footnote.evaluation.abuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Sends hostile requests to every operation that a server's OpenAPI document names and judges what comes back: no
 * status from 500 up but 503 with {@code Retry-After}; every other error in the form of its API, but for an address that
 * is none; nothing of the inside in a body. It adds, replaces and deletes articles.
 */
public class ApiFuzz {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern INSIDE = Pattern.compile("\\bat [\\w.$/]+\\([\\w]+\\.java"
            + "|\\b(java|javax|jakarta|sun|kotlin)\\.[a-z]+\\.[A-Za-z]"
            + "|\\b(dev\\.footnote|io\\.(quarkus|vertx|netty|smallrye)|com\\.fasterxml|org\\.(jboss|apache|h2))\\."
            + "|\\b[A-Z]\\w+(Exception|Error)\\b"
            + "|(?<![\\w.])/(home|root|tmp|work|Users|usr|var|opt|data)/\\w"
            + "|\\b[A-Z]:\\\\\\\\"
            + "|root:x:0:0");

    private final URI server;
    private final long seed;

    /**
     * A fuzz of a server.
     *
     * @param server its address
     * @param seed the same seed makes the same choices
     */
    public ApiFuzz(URI server, long seed) {
        this.server = server;
        this.seed = seed;
    }

    /** Sends so many requests, or as many as fit into the time. */
    public FuzzReport run(int requests, Duration longest) throws IOException, InterruptedException {
        JsonNode document = document();
        HostileRequests hostile = new HostileRequests(document, server, seed);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        long start = System.nanoTime();
        int asked = 0;
        for (; asked < requests && System.nanoTime() - start < longest.toNanos(); asked++) {
            HostileRequests.Request request = hostile.next();
            RawReply reply = RawReply.to(server, request.head(), request.body());
            statuses.merge(reply.status(), 1, Integer::sum);
            fault(request, reply).ifPresent(why -> faults.add(why + "\n  " + request + "\n  => " + shortened(reply)));
            hostile.learn(reply);
        }
        return new FuzzReport(asked, (System.nanoTime() - start) / 1e9, statuses, faults);
    }

    private JsonNode document() throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/q/openapi?format=json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("No OpenAPI document at " + server + ": status " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    private static Optional<String> fault(HostileRequests.Request request, RawReply reply) {
        if (reply.status() == RawReply.NOTHING_IN_TIME) {
            return Optional.of("no answer in time");
        }
        if (reply.status() == 0) {
            return Optional.of("the connection ended without an answer");
        }
        if (reply.header("x-injected").isPresent()) {
            return Optional.of("a header of the request's making");
        }
        if (reply.status() < 400) {
            return Optional.empty();
        }
        if (reply.status() == 503 && reply.header("retry-after").isEmpty()) {
            return Optional.of("503 without Retry-After");
        }
        if (reply.status() >= 500 && reply.status() != 503) {
            return Optional.of("the server's own fault");
        }
        if (INSIDE.matcher(reply.body()).find()) {
            return Optional.of("a body that tells of the inside");
        }
        return isError(request, reply) ? Optional.empty() : Optional.of("an error in no known form");
    }

    private static boolean isError(HostileRequests.Request request, RawReply reply) {
        String type = reply.header("content-type").orElse("");
        boolean ofOpenAi = request.path().startsWith("/v1/");
        if (!type.startsWith(ofOpenAi ? "application/json" : "application/problem+json")) {
            return false;
        }
        if (request.method().equals("HEAD")) {
            return true;
        }
        try {
            JsonNode error = JSON.readTree(unchunked(reply));
            return ofOpenAi
                    ? !error.path("error").path("message").asText().isBlank()
                    : error.path("status").asInt() == reply.status()
                            && !error.path("detail").asText().isBlank();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** An error comes in one chunk, where it comes in chunks. */
    private static String unchunked(RawReply reply) {
        return reply.header("transfer-encoding").isEmpty()
                ? reply.body()
                : reply.body()
                        .substring(
                                reply.body().indexOf("\r\n") + 2, reply.body().lastIndexOf('}') + 1);
    }

    private static String shortened(RawReply reply) {
        String whole = reply.status() + " " + reply.head().replace("\r\n", " | ") + " " + reply.body();
        return whole.substring(0, Math.min(whole.length(), 600));
    }
}
