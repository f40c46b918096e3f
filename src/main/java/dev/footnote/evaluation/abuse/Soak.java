package dev.footnote.evaluation.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.evaluation.abuse.PlantedFacts.Fact;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a server of this process very many questions from several clients, with articles added and deleted in between.
 * Each response must be right, or a problem of the request's, or 429 or 503 with {@code Retry-After}.
 */
public class Soak {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(2);

    /** Of so many questions of a client, one is about an article that it adds for it and deletes again. */
    private static final int BETWEEN_CHANGES = 10;

    private static final int MEASUREMENTS = 40;

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_REQUEST)
            .build();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<Long> heap = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();

    /** A soak of the server at an address, which must be of this process: its heap is measured. */
    public Soak(URI server) {
        this.server = server;
    }

    /** Asks so many questions from so many clients, or as many as fit into the time. */
    public SoakReport run(int questions, int clients, Duration longest)
            throws IOException, InterruptedException, ExecutionException {
        List<Fact> standing = PlantedFacts.standing();
        List<String> ids = new ArrayList<>();
        for (Fact fact : standing) {
            ids.add(added(fact));
        }
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                all.add(() -> {
                    int own = 0;
                    for (int turn = asked.getAndIncrement(); turn < questions; turn = asked.getAndIncrement()) {
                        double share = Math.max(
                                (double) turn / questions, (System.nanoTime() - start) / (double) longest.toNanos());
                        if (share >= 1) {
                            break;
                        }
                        measure(share);
                        try {
                            turn(turn, number, standing);
                        } catch (HttpTimeoutException e) {
                            faults.add("no answer within " + LONGEST_REQUEST.toSeconds() + " s in turn " + turn);
                        }
                        own++;
                    }
                    return own;
                });
            }
            int done = 0;
            for (Future<Integer> each : threads.invokeAll(all)) {
                done += each.get();
            }
            return new SoakReport(done, (System.nanoTime() - start) / 1e9, statuses, changes.get(), heap, faults);
        } finally {
            threads.shutdownNow();
            for (String id : ids) {
                send(request("/api/v1/articles/" + id).DELETE());
            }
        }
    }

    /** Once for each part of the run. */
    private void measure(double share) {
        synchronized (heap) {
            if (heap.size() <= share * MEASUREMENTS) {
                System.gc();
                heap.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
    }

    private void turn(int turn, int client, List<Fact> standing) throws IOException, InterruptedException {
        if (turn % BETWEEN_CHANGES != BETWEEN_CHANGES - 1) {
            Fact fact = standing.get(turn % standing.size());
            judge(
                    fact,
                    ask(Map.of("question", fact.question(), "conversation_id", "soak-" + client + "-" + turn / 50)));
            return;
        }
        Fact fact = PlantedFacts.passing(turn);
        String id = added(fact);
        judge(fact, ask(Map.of("question", fact.question(), "article_ids", List.of(id))));
        expect(204, send(request("/api/v1/articles/" + id).DELETE()));
        expect(404, ask(Map.of("question", fact.question(), "article_ids", List.of(id))));
        changes.incrementAndGet();
    }

    private String added(Fact fact) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request("/api/v1/articles")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("title", fact.title(), "text", fact.text())))));
        expect(201, response);
        return JSON.readTree(response.body()).path("id").asText();
    }

    private HttpResponse<String> ask(Map<String, ?> body) throws IOException, InterruptedException {
        return send(request("/api/v1/ask")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private void judge(Fact fact, HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 429 || response.statusCode() == 503) {
            expect(response.statusCode(), response);
            return;
        }
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200 || !answer.path("answer_text").asText().contains(fact.answer())) {
            faults.add(fact.question() + " => " + response.statusCode() + " " + response.body());
        }
    }

    private void expect(int status, HttpResponse<String> response) {
        boolean waits = response.statusCode() == 429 || response.statusCode() == 503;
        if (waits ? response.headers().firstValue("Retry-After").isEmpty() : response.statusCode() != status) {
            faults.add("expected " + status + " of " + response.request().method() + " "
                    + response.request().uri().getPath() + " => " + response.statusCode() + " " + response.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(LONGEST_REQUEST);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        statuses.merge(response.statusCode(), 1, Integer::sum);
        return response;
    }
}
