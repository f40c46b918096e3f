package dev.footnote.retrieval;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A node of a real OpenSearch on this machine, in a process of its own, alone unless it is one of an {@link OpenSearchCluster}.
 * Where none can be had, tests are skipped, and say so; where the environment has {@code CI=true} they fail.
 */
public final class OpenSearchServer {

    private static final Path SCRIPT = Path.of("src/test/opensearch/start").toAbsolutePath();

    /** How the script ends where no server can be had. */
    private static final int UNAVAILABLE = 69;

    /** Starts soon: nothing is measured here. */
    private static final String OPTIONS = " -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** On a busy machine a start takes minutes, the first download too. */
    private static final Duration LONGEST_START = Duration.ofMinutes(15);

    private final Path folder;
    private final int port;
    private final int transportPort;
    private final Map<String, String> environment;
    private @Nullable Process process;

    /** A server whose data lies in a folder; {@link #start} starts it. */
    OpenSearchServer(Path folder) {
        this(folder, freePort());
    }

    /** As {@link #OpenSearchServer(Path)}, at a port of this machine. */
    public OpenSearchServer(Path folder, int port) {
        this(folder, port, freePort(), Map.of("OPENSEARCH_JAVA_OPTS", "-Xms256m -Xmx256m" + OPTIONS));
    }

    private OpenSearchServer(Path folder, int port, int transportPort, Map<String, String> environment) {
        this.folder = folder;
        this.port = port;
        this.transportPort = transportPort;
        this.environment = environment;
    }

    /**
     * One of several nodes.
     *
     * @param transportPort at which the others speak to it
     * @param node its name and how it finds the others, as options
     */
    static OpenSearchServer among(Path folder, int transportPort, String node) {
        return new OpenSearchServer(
                folder,
                freePort(),
                transportPort,
                Map.of("OPENSEARCH_JAVA_OPTS", "-Xms384m -Xmx384m" + OPTIONS, "OPENSEARCH_NODE", node));
    }

    /** Starts it, or starts it again after {@link #kill}, over the same data and at the same address. */
    public void start() throws IOException, InterruptedException {
        begin();
        awaitUp();
    }

    /** Begins to start it. */
    void begin() throws IOException {
        ProcessBuilder script = new ProcessBuilder(
                        "sh", SCRIPT.toString(), folder.toString(), String.valueOf(port), String.valueOf(transportPort))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        script.environment().putAll(environment);
        Process started = started(script);
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    }

    /** Waits until its program is there: two must not unpack it at once. The script makes this file after that. */
    void awaitUnpacked() throws IOException, InterruptedException {
        await(() -> Files.exists(folder.resolve("config/log4j2.properties")));
    }

    /** Waits until it and enough of its fellows are ready. */
    void awaitUp() throws IOException, InterruptedException {
        await(this::isUp);
    }

    @FunctionalInterface
    private interface StartCondition {
        boolean holds() throws InterruptedException;
    }

    private void await(StartCondition condition) throws IOException, InterruptedException {
        Process started = Objects.requireNonNull(process);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!condition.holds()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                List<String> lines = Files.readAllLines(log());
                if (!started.isAlive() && started.exitValue() == UNAVAILABLE) {
                    skip(lines.get(lines.size() - 1));
                }
                started.destroyForcibly();
                throw new IllegalStateException("OpenSearch did not start:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
            }
            Thread.sleep(200);
        }
    }

    private Path log() {
        return folder.resolve("console.log");
    }

    private static Process started(ProcessBuilder script) throws IOException {
        try {
            return script.start();
        } catch (IOException e) {
            skip("There is no sh, which " + SCRIPT + " is for");
            throw e;
        }
    }

    private static void skip(String reason) {
        String message = reason + ". THE TESTS OF THE INDEX IN OPENSEARCH DO NOT RUN.";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(message);
        }
        System.err.println(message);
        Assumptions.abort(message);
    }

    /** Ends it as a crash of the machine would, without a chance to put anything in order. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.waitFor();
        }
    }

    /** Deletes all it holds; it must not run. */
    public void forget() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        Files.createDirectories(folder.resolve("data"));
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Asks it something, past the index. Returns what it answers. */
    public String ask(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private boolean isUp() throws InterruptedException {
        try {
            ask("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s", null);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port of this machine at which nothing listens. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
