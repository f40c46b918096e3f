package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.retrieval.OpenSearchServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A process of the packaged application whose index is in an OpenSearch, with a data folder of its own. */
final class Replica {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path JAR = PROJECT.resolve("target/quarkus-app/quarkus-run.jar");

    /** Only ends what hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI address = URI.create("http://127.0.0.1:" + OpenSearchServer.freePort());
    private final Path log;
    private final Process process;

    /**
     * Starts it.
     *
     * @param folder has the articles to start with in {@code seeds}, and gets what is the replica's own
     * @param settings besides those that any replica needs here
     */
    Replica(Path folder, String name, Map<String, String> settings) throws IOException {
        log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dfootnote.home=" + PROJECT,
                "-Dfootnote.seeds=" + folder.resolve("seeds"),
                "-Dfootnote.data=" + folder.resolve(name),
                "-Dfootnote.index.engine=opensearch",
                "-Dfootnote.application.wait-until-ready=1s",
                "-Dquarkus.http.port=" + address.getPort()));
        settings.forEach((setting, value) -> command.add("-D" + setting + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Waits for what must come, however slow the machine is. */
    static ConditionFactory eventually() {
        return Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(100));
    }

    HttpResponse<String> send(String method, String path, String body) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .timeout(LONGEST)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(told(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, Map<String, Object> body) {
        return send("POST", path, written(body));
    }

    JsonNode json(String method, String path, int status, Map<String, Object> body) {
        HttpResponse<String> response = send(method, path, body.isEmpty() ? "" : written(body));
        assertThat(response.statusCode()).as(() -> response.body() + told()).isEqualTo(status);
        return read(response);
    }

    private static String written(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a response has in its body. */
    static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    JsonNode ask(String question, String conversation) {
        return json("POST", "/api/v1/ask", 200, Map.of("question", question, "conversation_id", conversation));
    }

    List<String> articles() {
        return json("GET", "/api/v1/articles", 200, Map.of()).path("articles").findValuesAsText("id");
    }

    int readiness() {
        return send("GET", "/q/health/ready", "").statusCode();
    }

    void isReady() {
        eventually().until(() -> listens() && readiness() == 200);
    }

    private boolean listens() {
        assertThat(process.isAlive()).as(told()).isTrue();
        try {
            send("GET", "/q/health/live", "");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Without a chance to put anything in order. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    String told() {
        try {
            return "\nLog of the replica:\n" + Files.readString(log);
        } catch (IOException e) {
            return "\nThe replica has no log: " + e;
        }
    }
}
