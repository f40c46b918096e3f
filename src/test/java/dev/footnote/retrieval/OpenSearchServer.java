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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real OpenSearch of one node on this machine, in a process of its own. Where none can be had, tests are skipped, and
 * say so; where the environment has {@code CI=true} they fail.
 */
public final class OpenSearchServer {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path SERVER = PROJECT.resolve("target/opensearch/opensearch-3.6.0");

    /** On a busy machine a start takes minutes. */
    private static final Duration LONGEST_START = Duration.ofMinutes(8);

    private static final String LOGGING =
            """
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = [%d{ISO8601}][%-5p][%c{1}] %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """;

    private final Path java;
    private final Path folder;
    private final int port;
    private final int transportPort = freePort();
    private @Nullable Process process;

    private OpenSearchServer(Path java, Path folder, int port) {
        this.java = java;
        this.port = port;
        this.folder = folder;
    }

    /** A server whose data lies in a folder, which is made for it; {@link #start} starts it. */
    static OpenSearchServer in(Path folder) throws IOException, InterruptedException {
        return in(folder, freePort());
    }

    /** As {@link #in(Path)}, at a port of this machine. */
    public static OpenSearchServer in(Path folder, int port) throws IOException, InterruptedException {
        Optional<Path> java = java();
        if (java.isEmpty()) {
            skip("OpenSearch needs a JDK 21 or newer: name one in JAVA_25_HOME, or put one under /usr/lib/jvm");
        }
        if (!Files.exists(SERVER.resolve("plugins/opensearch-knn/plugin-descriptor.properties")) && !unpack()) {
            skip(
                    "OpenSearch could not be downloaded: ./mvnw -f src/test/opensearch/pom.xml dependency:unpack says why");
        }
        OpenSearchServer server = new OpenSearchServer(java.orElseThrow(), folder, port);
        for (String name : List.of("config", "tmp", "data", "logs")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("config/opensearch.yml"), "");
        Files.writeString(folder.resolve("config/log4j2.properties"), LOGGING);
        Files.createDirectories(SERVER.resolve("bin"));
        return server;
    }

    private static void skip(String reason) {
        String message = reason + ". THE TESTS OF THE INDEX IN OPENSEARCH DO NOT RUN.";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(message);
        }
        System.err.println(message);
        Assumptions.abort(message);
    }

    private static boolean unpack() throws IOException, InterruptedException {
        System.out.println("Tests need OpenSearch: downloading and unpacking it, 170 MB ...");
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Process maven = new ProcessBuilder(
                        PROJECT.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                        "-B",
                        "-q",
                        "-f",
                        "src/test/opensearch/pom.xml",
                        "dependency:unpack")
                .directory(PROJECT.toFile())
                .inheritIO()
                .start();
        if (!maven.waitFor(15, TimeUnit.MINUTES)) {
            maven.destroyForcibly();
            return false;
        }
        return maven.exitValue() == 0;
    }

    /** Starts it, or starts it again after {@link #kill}, over the same data and at the same address. */
    public void start() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            // It refuses to run as root, which builds in containers do.
            line.addAll(List.of("unshare", "--user"));
        }
        line.addAll(List.of(
                java.toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-Djna.tmpdir=" + folder.resolve("tmp"),
                "-Dlog4j2.disable.jmx=true",
                "-Djava.locale.providers=SPI,CLDR",
                "--add-modules=jdk.incubator.vector",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-javaagent:" + SERVER.resolve("agent/opensearch-agent.jar"),
                "-Dopensearch.path.home=" + SERVER,
                "-Dopensearch.path.conf=" + folder.resolve("config"),
                "-Dopensearch.distribution.type=zip",
                "-Dopensearch.bundled_jdk=false",
                "-cp",
                SERVER.resolve("lib") + "/*",
                "org.opensearch.bootstrap.OpenSearch",
                "-Ecluster.name=footnote-test",
                "-Enode.name=n1",
                "-Enetwork.host=127.0.0.1",
                "-Ehttp.port=" + port,
                "-Etransport.port=" + transportPort,
                "-Epath.data=" + folder.resolve("data"),
                "-Epath.logs=" + folder.resolve("logs"),
                "-Ediscovery.type=single-node",
                // A nearly full disk of the machine that tests run on is nothing to them.
                "-Ecluster.routing.allocation.disk.threshold_enabled=false"));
        Process started = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("console.log").toFile()))
                .start();
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isUp()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                started.destroyForcibly();
                List<String> log = Files.readAllLines(folder.resolve("console.log"));
                throw new IllegalStateException("OpenSearch did not start:\n"
                        + String.join("\n", log.subList(Math.max(0, log.size() - 30), log.size())));
            }
            Thread.sleep(200);
        }
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
    String ask(String method, String path, @Nullable String body) throws IOException, InterruptedException {
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

    private static boolean isRoot() throws IOException {
        try {
            return Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid")
                            .equals(0)
                    && "root".equals(System.getProperty("user.name"));
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static Optional<Path> java() throws IOException {
        List<Path> homes = new ArrayList<>();
        for (String variable : List.of("JAVA_25_HOME", "JAVA25_HOME", "JAVA_HOME_25_X64", "JAVA_HOME_25_arm64")) {
            String home = System.getenv(variable);
            if (home != null) {
                homes.add(Path.of(home));
            }
        }
        homes.add(Path.of(System.getProperty("java.home")));
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> all = Files.list(installed)) {
                all.sorted().forEach(homes::add);
            }
        }
        return homes.stream()
                .filter(OpenSearchServer::isNewEnough)
                .map(home -> home.resolve("bin/java"))
                .findFirst();
    }

    private static boolean isNewEnough(Path home) {
        try {
            return Files.isExecutable(home.resolve("bin/java"))
                    && Files.readAllLines(home.resolve("release")).stream()
                            .anyMatch(line -> line.matches("JAVA_VERSION=\"(2[1-9]|[3-9]\\d)\\b.*"));
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
