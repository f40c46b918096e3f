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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real OpenSearch of one node on this machine, in a process of its own. Where none can be had, tests are skipped, and
 * say so; where the environment has {@code CI=true} they fail.
 */
public final class OpenSearchServer {

    private static final Path SCRIPT = Path.of("src/test/opensearch/start").toAbsolutePath();

    /** How the script ends where no server can be had. */
    private static final int UNAVAILABLE = 69;

    /** Small, and starts soon: nothing is measured here. */
    private static final String OPTIONS = "-Xms256m -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** On a busy machine a start takes minutes, the first download too. */
    private static final Duration LONGEST_START = Duration.ofMinutes(15);

    private final Path folder;
    private final int port;
    private final int transportPort = freePort();
    private @Nullable Process process;

    /** A server whose data lies in a folder; {@link #start} starts it. */
    OpenSearchServer(Path folder) {
        this(folder, freePort());
    }

    /** As {@link #OpenSearchServer(Path)}, at a port of this machine. */
    public OpenSearchServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts it, or starts it again after {@link #kill}, over the same data and at the same address. */
    public void start() throws IOException, InterruptedException {
        Path log = folder.resolve("console.log");
        ProcessBuilder script = new ProcessBuilder(
                        "sh", SCRIPT.toString(), folder.toString(), String.valueOf(port), String.valueOf(transportPort))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        script.environment().put("OPENSEARCH_JAVA_OPTS", OPTIONS);
        Process started = started(script);
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isUp()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                List<String> lines = Files.readAllLines(log);
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
