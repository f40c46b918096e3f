package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.TownClock;
import dev.footnote.retrieval.OpenSearchCluster;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application over a real OpenSearch of three nodes. The elected manager, which has the primary too, is killed
 * while several ask and one adds articles: each gets what is right, or is told to come again.
 */
class ClusterIT {

    private static final String ASK = "/api/v1/ask";
    private static final String ARTICLES = "/api/v1/articles";

    private static final int ASKERS = 3;

    /** How many right answers, and how many articles, are waited for before the manager is killed. */
    private static final int ANSWERS_BEFORE = 15;

    private static final int ARTICLES_BEFORE = 5;

    /** And how many of those that were sent after it. */
    private static final int ANSWERS_AFTER = 60;

    private static final int ARTICLES_AFTER = 10;

    private static final List<String> TEXTS = List.of(ReplicasIT.LIGHTHOUSE, "The mill of Ashmere has four sails.");

    /** Asked all the time. */
    private static final List<KnownAnswer> KNOWN = List.of(
            new KnownAnswer(TownClock.QUESTION, TownClock.ANSWER, TownClock.ANSWER_SENTENCE),
            new KnownAnswer(
                    "When was the lighthouse of Marlow Point built?",
                    "1871",
                    "The lighthouse of Marlow Point was built in 1871."),
            new KnownAnswer(
                    "Who was the first keeper of the lighthouse?", "Edith Crane", "Its first keeper was Edith Crane."),
            new KnownAnswer("How many sails has the mill of Ashmere?", "four", "The mill of Ashmere has four sails."));

    private static final List<String> BEFORE_TOWNS = List.of("", "Great ", "Little ", "Upper ", "Lower ");
    private static final List<String> TOWN_BEGINNINGS =
            List.of("Ar", "Bel", "Cor", "Dun", "Elm", "Fen", "Gar", "Hol", "Ing", "Ket", "Lan", "Mor");
    private static final List<String> TOWN_ENDS =
            List.of("burn", "combe", "dale", "field", "ford", "gate", "ham", "ley", "stead", "thorpe", "wick", "worth");
    private static final List<String> FIRST_NAMES = List.of(
            "Mary", "John", "Alice", "Robert", "Helen", "George", "Ruth", "Peter", "Clara", "Henry", "Agnes", "Walter");
    private static final List<String> LAST_NAMES =
            List.of("Holt", "Marsh", "Bray", "Croft", "Lowe", "Penn", "Rusk", "Shaw", "Tate", "Vance", "Wray", "York");

    private final Path folder;
    private final OpenSearchCluster cluster;
    private @Nullable Replica started;

    /** What was said to each question while all nodes were there. */
    private final Map<String, String> said = new HashMap<>();

    /** By their ids. */
    private final Map<String, KnownAnswer> acknowledged = new ConcurrentHashMap<>();

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Tally questions = new Tally();
    private final Tally articles = new Tally();
    private volatile boolean isOver;

    /** When the manager was dead, by {@link System#nanoTime}. */
    private volatile long killed = Long.MAX_VALUE;

    ClusterIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.cluster = new OpenSearchCluster(folder.resolve("opensearch"));
    }

    /**
     * A question whose answer is known.
     *
     * @param words that the answer has
     * @param sentence which is cited
     */
    private record KnownAnswer(String question, String words, String sentence) {

        boolean fits(JsonNode answer) {
            return answer.path("answer_text").asText().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))
                    && answer.path("citations").findValuesAsText("cited_text").equals(List.of(sentence));
        }
    }

    /** How many requests of one kind were done or were refused for now, and when. */
    private final class Tally {

        private int before;
        private int after;
        private int refused;
        private long first;
        private long lastRefused;
        private long slowest;

        synchronized void done(long sent) {
            long now = System.nanoTime();
            if (now >= killed) {
                slowest = Math.max(slowest, now - sent);
            }
            if (sent < killed) {
                before++;
                return;
            }
            after++;
            if (first == 0) {
                first = now - killed;
            }
        }

        synchronized void refused() {
            refused++;
            lastRefused = Math.max(0, System.nanoTime() - killed);
        }

        synchronized int before() {
            return before;
        }

        synchronized int after() {
            return after;
        }

        synchronized String told() {
            return "%d before and %d after, the first %d ms after, none longer than %d ms; %s"
                    .formatted(
                            before,
                            after,
                            milliseconds(first),
                            milliseconds(slowest),
                            refused == 0
                                    ? "none refused"
                                    : refused + " refused, the last " + milliseconds(lastRefused) + " ms after");
        }
    }

    private static long milliseconds(long nanoseconds) {
        return TimeUnit.NANOSECONDS.toMillis(nanoseconds);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (started != null) {
            started.kill();
        }
        cluster.stop();
    }

    @Test
    void nothingIsWrongOrLostWhenTheManagerDies() throws Exception {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.copy(Path.of("src/test/resources/seeds/town-clock.txt"), seeds.resolve("town-clock.txt"));
        cluster.start();
        Replica replica = new Replica(
                folder,
                "replica",
                Map.of(
                        "footnote.opensearch.hosts",
                        cluster.addresses(),
                        "footnote.opensearch.shards",
                        "1",
                        "footnote.opensearch.replicas",
                        "1"));
        started = replica;
        replica.isReady();
        for (String text : TEXTS) {
            replica.json("POST", ARTICLES, 201, Map.of("text", text));
        }
        // Then questions and articles alike have to find another node.
        Replica.eventually().ignoreExceptions().until(() -> cluster.hasPrimaryAtManager("footnote"));
        replica.isReady();
        for (KnownAnswer known : KNOWN) {
            JsonNode answer = replica.json("POST", ASK, 200, Map.of("question", known.question()));
            assertThat(known.fits(answer)).as(answer::toPrettyString).isTrue();
            said.put(known.question(), essence(answer));
        }

        String manager = cluster.manager().orElseThrow();
        long elected = killWhileAsked(replica, manager);

        System.out.printf(
                Locale.ROOT,
                "The manager %s was killed. %s was elected %d ms after that.%nRight answers: %s.%nArticles: %s.%n",
                manager,
                cluster.manager().orElse("none"),
                milliseconds(elected),
                questions.told(),
                articles.told());
        assertThat(wrong).as(replica::told).isEmpty();
        assertThat(questions.after()).isGreaterThanOrEqualTo(ANSWERS_AFTER);
        assertThat(articles.after()).isGreaterThanOrEqualTo(ARTICLES_AFTER);

        replica.isReady();
        Replica.eventually().until(() -> isWhole(replica));
        assertThat(replica.articles()).containsAll(acknowledged.keySet());
        acknowledged.forEach((id, bell) -> {
            JsonNode answer =
                    replica.json("POST", ASK, 200, Map.of("question", bell.question(), "article_ids", List.of(id)));
            assertThat(bell.fits(answer)).as(answer::toPrettyString).isTrue();
        });
        for (KnownAnswer known : KNOWN) {
            assertThat(essence(replica.json("POST", ASK, 200, Map.of("question", known.question()))))
                    .isEqualTo(said.get(known.question()));
        }
    }

    /** Returns how long it took until a new manager was elected, in nanoseconds. */
    private long killWhileAsked(Replica replica, String manager) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ASKERS + 1);
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int i = 0; i < ASKERS; i++) {
                int first = i;
                running.add(threads.submit(task(() -> askOn(replica, first))));
            }
            running.add(threads.submit(task(() -> addOn(replica))));
            until(running, () -> questions.before() >= ANSWERS_BEFORE && articles.before() >= ARTICLES_BEFORE);
            cluster.kill(manager);
            killed = System.nanoTime();
            Replica.eventually().pollInterval(Duration.ofMillis(10)).until(() -> cluster.manager()
                    .isPresent());
            long elected = System.nanoTime() - killed;
            until(running, () -> questions.after() >= ANSWERS_AFTER && articles.after() >= ARTICLES_AFTER);
            isOver = true;
            for (Future<?> each : running) {
                each.get();
            }
            return elected;
        } finally {
            isOver = true;
            threads.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface EndlessTask {
        void run() throws InterruptedException;
    }

    private static Callable<Boolean> task(EndlessTask task) {
        return () -> {
            task.run();
            return true;
        };
    }

    /** Waits for something, or until something has gone wrong. */
    private void until(List<Future<?>> running, Callable<Boolean> condition) {
        Replica.eventually()
                .until(() ->
                        condition.call() || !wrong.isEmpty() || running.stream().anyMatch(Future::isDone));
    }

    private void askOn(Replica replica, int first) throws InterruptedException {
        for (int i = first; !isOver; i++) {
            KnownAnswer known = KNOWN.get(i % KNOWN.size());
            long sent = System.nanoTime();
            HttpResponse<String> response = replica.post(ASK, Map.of("question", known.question()));
            if (isRefusedForNow(response)) {
                questions.refused();
                Thread.sleep(100);
            } else if (response.statusCode() == 200
                    && essence(Replica.read(response)).equals(said.get(known.question()))) {
                questions.done(sent);
            } else {
                wrong.add(known + ": " + response.statusCode() + " " + response.body());
            }
        }
    }

    /** Adds one article after another; one that is refused for now is sent again, as its sender is told to. */
    private void addOn(Replica replica) throws InterruptedException {
        int number = 0;
        boolean isSentAgain = false;
        while (!isOver) {
            KnownAnswer bell = bell(number);
            long sent = System.nanoTime();
            HttpResponse<String> response = replica.post(ARTICLES, Map.of("text", bell.sentence()));
            if (isRefusedForNow(response)) {
                articles.refused();
                isSentAgain = true;
            } else {
                // What was refused may have been kept all the same.
                if (response.statusCode() == 201 || isSentAgain && response.statusCode() == 200) {
                    acknowledged.put(Replica.read(response).path("id").asText(), bell);
                    articles.done(sent);
                } else {
                    wrong.add(bell + ": " + response.statusCode() + " " + response.body());
                }
                number++;
                isSentAgain = false;
            }
            Thread.sleep(200);
        }
    }

    private static KnownAnswer bell(int number) {
        String town =
                BEFORE_TOWNS.get(number / 144) + TOWN_BEGINNINGS.get(number % 12) + TOWN_ENDS.get(number / 12 % 12);
        String founder = FIRST_NAMES.get(number * 5 % 12) + " " + LAST_NAMES.get((number * 7 + number / 12) % 12);
        return new KnownAnswer(
                "Who cast the bell of " + town + "?", founder, "The bell of " + town + " was cast by " + founder + ".");
    }

    private static boolean isRefusedForNow(HttpResponse<String> response) {
        return response.statusCode() == 503
                && response.headers().firstValue("Retry-After").isPresent();
    }

    /** What is said, and where it stands. */
    private static String essence(JsonNode answer) {
        StringBuilder essence = new StringBuilder(answer.path("answer").asText());
        for (JsonNode citation : answer.path("citations")) {
            for (String field : List.of("document_id", "cited_text", "start_char_index", "end_char_index")) {
                essence.append(" | ").append(citation.path(field).asText());
            }
        }
        return essence.toString();
    }

    private static boolean isWhole(Replica replica) {
        return replica.json("GET", ARTICLES, 200, Map.of()).path("articles").findValuesAsText("state").stream()
                .allMatch("ready"::equals);
    }
}
