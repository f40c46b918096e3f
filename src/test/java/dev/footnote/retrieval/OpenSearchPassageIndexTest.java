package dev.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.footnote.article.Article;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.home.CannotStartException;
import dev.footnote.model.Models;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSearchPassageIndexTest extends PassageIndexContract {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private static final String EARLIER = "footnote-opensearch-1/english/an-earlier-model";
    private static final String LATER = "footnote-opensearch-1/english/a-later-model";

    @TempDir
    static Path serverFolder;

    static OpenSearchServer server;

    private final String name = "test-" + TESTS.incrementAndGet();

    @BeforeAll
    static void startServer() throws Exception {
        server = new OpenSearchServer(serverFolder);
        server.start();
    }

    @AfterAll
    static void stopServer() throws InterruptedException {
        if (server != null) {
            server.kill();
        }
    }

    @Override
    PassageIndex open() {
        return new OpenSearchPassageIndex(settings());
    }

    /** As a Footnote of another model does. */
    private static PassageIndex open(OpenSearchSettings settings, String fingerprint) {
        return new OpenSearchPassageIndex(settings, new OpenSearchAccess(settings, fingerprint));
    }

    /** Each is six requests. */
    @Override
    int replacements() {
        return 12;
    }

    private OpenSearchSettings settings() {
        return OpenSearchSettings.of(name, server.address());
    }

    /** Passages of equal score may come in any order. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ranksByWordsAsTheEmbeddedIndexDoes(int shards, @TempDir Path folder) throws IOException {
        List<Article> articles = articles();
        try (PassageIndex lucene = new LucenePassageIndex(folder);
                PassageIndex openSearch = new OpenSearchPassageIndex(settings().withShards(shards))) {
            for (Article article : articles) {
                List<EmbeddedPassage> passages = embed(article);
                lucene.replace(article, passages);
                openSearch.replace(article, passages);
            }
            assertThat(openSearch.size()).isEqualTo(lucene.size()).isGreaterThan(100);
            int sameByVector = 0;
            int questions = 0;
            // With several shards every fourth will do.
            int step = shards == 1 ? 1 : 4;
            List<String> all = questions();
            for (int i = 0; i < all.size(); i += step) {
                String question = all.get(i);
                float[] vector = Models.ENCODER.encodeQuestion(question);
                PassageIndex.PassageMatches expected = lucene.search(question, vector, Set.of(), 50);
                PassageIndex.PassageMatches found = openSearch.search(question, vector, Set.of(), 50);
                sameRanking(question, expected.byWords(), found.byWords());
                questions++;
                if (places(expected.byVector().subList(0, 10))
                        .equals(places(found.byVector().subList(0, 10)))) {
                    sameByVector++;
                }
            }
            System.out.printf(
                    "%d shard(s), %d passages, %d questions: lists by words equal; first ten by vector equal for %d%n",
                    shards, lucene.size(), questions, sameByVector);
            assertThat(sameByVector).isGreaterThan(questions * 3 / 4);
        }
    }

    private static void sameRanking(
            String question, List<PassageIndex.PassageMatch> expected, List<PassageIndex.PassageMatch> found) {
        assertThat(found).as(question).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).score())
                    .as("%s, %d.", question, i + 1)
                    .isEqualTo(expected.get(i).score(), within(1e-5));
        }
        double last = found.isEmpty() ? 0 : found.get(found.size() - 1).score();
        // Of those that share the last place, either list may hold others.
        Map<String, Double> scores = scores(expected, last);
        assertThat(scores(found, last).keySet()).as(question).isEqualTo(scores.keySet());
        for (PassageIndex.PassageMatch match : found) {
            if (match.score() > last + 1e-5) {
                assertThat(match.score()).as(question).isEqualTo(scores.get(place(match)), within(1e-5));
            }
        }
    }

    private static Map<String, Double> scores(List<PassageIndex.PassageMatch> matches, double above) {
        return matches.stream()
                .filter(match -> match.score() > above + 1e-5)
                .collect(Collectors.toMap(
                        OpenSearchPassageIndexTest::place, PassageIndex.PassageMatch::score, (one, other) -> one));
    }

    private static List<String> places(List<PassageIndex.PassageMatch> matches) {
        return matches.stream().map(OpenSearchPassageIndexTest::place).toList();
    }

    private static String place(PassageIndex.PassageMatch match) {
        return match.articleId() + " " + match.passage().span();
    }

    private static List<Article> articles() throws IOException {
        List<Article> articles = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/own"))) {
            for (Path file : files.filter(each ->
                            each.toString().endsWith(".txt") || each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                articles.add(article(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return articles;
    }

    private static List<String> questions() throws IOException {
        List<String> questions = new ArrayList<>();
        questions.addAll(List.of("", "the of and", "harbour^99~2 AND (", "e\uFB03cient Cafe\u0301"));
        List<Path> sets = new ArrayList<>(List.of(Path.of("src/test/resources/questions-dev.json")));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/own"))) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(sets::add);
        }
        for (Path set : sets) {
            OpenSearchConnection.JSON
                    .readTree(set.toFile())
                    .findValuesAsText("question")
                    .forEach(questions::add);
        }
        assertThat(questions).hasSizeGreaterThan(50);
        return questions;
    }

    @Test
    void anIndexOfAnotherProgramIsRefused() throws Exception {
        server.ask(
                "PUT",
                "/" + name + "-1",
                "{\"aliases\":{\"" + name + "\":{}},\"mappings\":{\"_meta\":{\"fingerprint\":\"another program\"}}}");

        assertThatThrownBy(this::open)
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("another program")
                .hasMessageContaining("footnote.opensearch.index")
                .hasMessageContaining("DELETE /" + name + "-1");
    }

    @Test
    void anIndexOfSomebodyElseIsRefused() throws Exception {
        server.ask("PUT", "/" + name, "{}");

        assertThatThrownBy(this::open).isInstanceOf(CannotStartException.class).hasMessageContaining(name);
    }

    @Test
    void anIndexOfSomebodyElseThatIsInTheWayOfANewOneIsRefused() throws Exception {
        open(settings(), EARLIER);
        server.ask("PUT", "/" + name + "-2", "{}");

        assertThatThrownBy(this::open)
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("DELETE /" + name + "-2");
        assertThat(asked(name)).containsExactly(name + "-1");
    }

    @Test
    void anIndexThatHasNoAliasOfItsOwnGetsOne() throws Exception {
        put(open(), HARBOUR);
        server.ask("DELETE", "/" + name + "-1/_alias/" + name + "-1-only", null);

        PassageIndex index = open();
        put(index, BREAD);

        assertThat(index.holds(revisions(HARBOUR, BREAD))).isTrue();
        assertThat(index.isInDoubt()).isFalse();
    }

    @Test
    void theIndexOfAnEarlierModelIsAskedUntilTheNewOneHoldsEverything() throws Exception {
        Map<String, String> all = revisions(HARBOUR, BREAD);
        PassageIndex earlier = open(settings(), EARLIER);
        put(earlier, HARBOUR);
        put(earlier, BREAD);

        PassageIndex dying = open();
        PassageIndex waiting = open();
        assertThat(dying.isBesideAnother()).isTrue();
        assertThat(dying.reopen(() -> all)).isEmpty();
        put(dying, HARBOUR);
        assertThat(dying.holds(all)).isFalse();
        assertThat(waiting.isInDoubt()).isTrue();
        assertThat(waiting.isBesideAnother()).isTrue();

        PassageIndex index = open();
        assertThat(index.isBesideAnother()).isTrue();
        assertThat(index.reopen(() -> all)).containsExactly("harbour");
        put(index, BREAD);
        assertThat(index.holds(all)).isTrue();
        assertThat(asked(name)).containsExactly(name + "-1");
        String question = "Tillerson in the harbour";
        float[] vector = Models.ENCODER.encodeQuestion(question);
        PassageIndex.PassageMatches found = earlier.search(question, vector, Set.of(), 10);
        assertThat(found.byWords()).isNotEmpty();

        index.takePlace();

        assertThat(asked(name)).containsExactly(name + "-2");
        assertThatThrownBy(() -> server.ask("GET", "/" + name + "-1", null)).hasMessageContaining("404");
        for (PassageIndex each : List.of(index, waiting, open())) {
            assertThat(each.isBesideAnother()).isFalse();
            assertThat(each.holds(all)).isTrue();
            assertThat(each.isInDoubt()).isFalse();
            assertThat(each.search(question, vector, Set.of(), 10)).isEqualTo(found);
        }
        put(index, article("mill", "The mill stood by the harbour."));
        assertThat(waiting.size()).isEqualTo(5);
        isReplaced(earlier, EARLIER, name + "-2");
    }

    /** Those of an older model that are still there, and those that start once more, leave a newer one its place. */
    private void isReplaced(PassageIndex old, String fingerprint, String place) throws Exception {
        float[] vector = Models.ENCODER.encodeQuestion("harbour");
        assertThatThrownBy(() -> old.search("harbour", vector, Set.of(), 10))
                .isInstanceOf(IndexUnavailableException.class);
        assertThatThrownBy(() -> old.replace(HARBOUR, embed(HARBOUR)))
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining("DELETE /" + place);
        assertThatThrownBy(() -> open(settings(), fingerprint))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("in the place of one made as " + fingerprint)
                .hasMessageContaining("DELETE /" + place);
        assertThat(asked(name)).containsExactly(place);
    }

    @Test
    void anIndexThatWasMadeAnewDoesNotTakeThePlaceOfAnother() throws Exception {
        put(open(settings(), EARLIER), HARBOUR);
        PassageIndex index = open();
        put(index, HARBOUR);
        assertThat(index.holds(revisions(HARBOUR))).isTrue();
        server.ask("DELETE", "/" + name + "-2", null);

        assertThatThrownBy(index::takePlace).isInstanceOf(IndexUnavailableException.class);

        assertThat(asked(name)).containsExactly(name + "-1");
        assertThat(index.holds(revisions(HARBOUR))).isFalse();
    }

    @Test
    void ofTwoNewModelsTheOneBegunLastGetsThePlace() throws Exception {
        open(settings(), EARLIER);
        PassageIndex first = open();
        PassageIndex last = open(settings(), LATER);
        assertThat(first.holds(Map.of())).isTrue();
        first.takePlace();
        assertThat(asked(name)).containsExactly(name + "-2");
        assertThat(last.isBesideAnother()).isTrue();

        assertThat(last.holds(Map.of())).isTrue();
        last.takePlace();

        assertThat(asked(name)).containsExactly(name + "-3");
        assertThat(last.isBesideAnother()).isFalse();
        assertThatThrownBy(() -> server.ask("GET", "/" + name + "-2", null)).hasMessageContaining("404");
        assertThatThrownBy(this::open).isInstanceOf(CannotStartException.class);
        isReplaced(first, EARLIER, name + "-3");
    }

    @Test
    void anIndexThatWasNeverFilledGoesWithTheOneBeforeIt() throws Exception {
        open(settings(), EARLIER);
        PassageIndex leftBehind = open();
        PassageIndex last = open(settings(), LATER);

        assertThat(last.holds(Map.of())).isTrue();
        last.takePlace();

        assertThat(asked(name)).containsExactly(name + "-3");
        assertThatThrownBy(() -> server.ask("GET", "/" + name + "-2", null)).hasMessageContaining("404");
        assertThatThrownBy(leftBehind::isBesideAnother)
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining("DELETE /" + name + "-3");
    }

    @Test
    void oneIndexIsAskedWhereverTheClientDiesThatPutsItThere() throws Exception {
        boolean isDone = false;
        for (int requests = 0; !isDone; requests++) {
            String each = name + "-dying-after-" + requests;
            OpenSearchSettings direct = OpenSearchSettings.of(each, server.address());
            put(open(direct, EARLIER), HARBOUR);
            try (BreakingProxy proxy = new BreakingProxy(server.address())) {
                PassageIndex dying = new OpenSearchPassageIndex(OpenSearchSettings.of(each, proxy.address()));
                put(dying, HARBOUR);
                assertThat(dying.holds(revisions(HARBOUR))).isTrue();
                proxy.letThrough(requests);
                try {
                    dying.takePlace();
                    isDone = true;
                } catch (IndexUnavailableException e) {
                    assertThat(e).hasMessageContaining("footnote.opensearch.hosts");
                }
            }
            assertThat(asked(each)).containsExactly(each + (isDone ? "-2" : "-1"));

            PassageIndex again = new OpenSearchPassageIndex(direct);
            assertThat(again.isBesideAnother()).isEqualTo(!isDone);
            assertThat(again.holds(revisions(HARBOUR))).isTrue();
            again.takePlace();
            assertThat(asked(each)).containsExactly(each + "-2");
        }
    }

    /** The indexes that the alias leads to. */
    private static List<String> asked(String alias) throws IOException, InterruptedException {
        return OpenSearchConnection.JSON.readTree(server.ask("GET", "/_alias/" + alias, null)).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A client dies after each of its requests in turn; somebody else finds the one text or the other, whole. */
    @Test
    void anArticleIsWholeWhereverItsClientDies() throws Exception {
        Article first = article("x", "Alpha one stands here.\n\nAlpha two stands here.\n\nAlpha three stands here.");
        Article second = article("x", "Alpha four stands here.\n\nAlpha five stands here.");
        float[] vector = Models.ENCODER.encodeQuestion("alpha");
        Set<String> seen = new TreeSet<>();
        boolean isDone = false;
        for (int requests = 0; !isDone; requests++) {
            PassageIndex other = open();
            other.replace(first, embed(first));
            try (BreakingProxy proxy = new BreakingProxy(server.address())) {
                PassageIndex dying = new OpenSearchPassageIndex(OpenSearchSettings.of(name, proxy.address()));
                proxy.letThrough(requests);
                try {
                    dying.replace(second, embed(second));
                    isDone = true;
                } catch (IndexUnavailableException e) {
                    assertThat(e).hasMessageContaining("footnote.opensearch.hosts");
                }
            }
            server.ask("POST", "/" + name + "/_refresh", null);
            String found = whole(other, vector, first, second);
            seen.add(found);

            PassageIndex again = open();
            Set<String> held = again.reopen(() -> Map.of("x", found));
            assertThat(held).as("after %d requests", requests).containsExactly("x");
            assertThat(whole(again, vector, first, second)).isEqualTo(found);
            assertThat(again.size()).isEqualTo(found.equals(first.revision()) ? 3 : 2);
        }
        assertThat(seen).containsExactlyInAnyOrder(first.revision(), second.revision());
    }

    /** The revision of which everything is found, and nothing else. */
    private static String whole(PassageIndex index, float[] vector, Article first, Article second) {
        PassageIndex.PassageMatches found = index.search("alpha", vector, Set.of(), 10);
        String revision = found.byWords().get(0).revision();
        int count = revision.equals(first.revision()) ? 3 : 2;
        assertThat(List.of(first.revision(), second.revision())).contains(revision);
        for (List<PassageIndex.PassageMatch> list : List.of(found.byWords(), found.byVector())) {
            assertThat(list).hasSize(count).allMatch(match -> match.revision().equals(revision));
        }
        return revision;
    }

    @Test
    void anArticleIsGoneOrWholeWhereverItsClientDiesRemovingIt() throws Exception {
        Article first = article("x", "Alpha one stands here.\n\nAlpha two stands here.\n\nAlpha three stands here.");
        float[] vector = Models.ENCODER.encodeQuestion("alpha");
        boolean isDone = false;
        for (int requests = 0; !isDone; requests++) {
            PassageIndex other = open();
            other.replace(first, embed(first));
            try (BreakingProxy proxy = new BreakingProxy(server.address())) {
                PassageIndex dying = new OpenSearchPassageIndex(OpenSearchSettings.of(name, proxy.address()));
                proxy.letThrough(requests);
                try {
                    dying.remove("x");
                    isDone = true;
                } catch (IndexUnavailableException e) {
                    assertThat(dying.outage()).isPresent();
                }
            }
            server.ask("POST", "/" + name + "/_refresh", null);
            assertThat(other.search("alpha", vector, Set.of(), 10).byVector().size())
                    .isIn(0, 3);

            PassageIndex again = open();
            assertThat(again.reopen(() -> Map.of())).isEmpty();
            assertThat(again.size()).isZero();
        }
    }

    @Test
    void twoClientsMayChangeOneArticleAtOnce() throws Exception {
        Article first = article("x", "Alpha one stands here.\n\nAlpha two stands here.\n\nAlpha three stands here.");
        Article second = article("x", "Alpha four stands here.\n\nAlpha five stands here.");
        List<EmbeddedPassage> firstPassages = embed(first);
        List<EmbeddedPassage> secondPassages = embed(second);
        float[] vector = Models.ENCODER.encodeQuestion("alpha");
        PassageIndex one = open();
        PassageIndex other = open();
        one.replace(first, firstPassages);
        List<Throwable> failures = new ArrayList<>();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 6; i++) {
                other.replace(second, secondPassages);
            }
        });
        writer.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        writer.start();
        for (int i = 0; i < 6; i++) {
            one.replace(first, firstPassages);
            whole(one, vector, first, second);
        }
        writer.join();

        assertThat(failures).isEmpty();
        String found = whole(one, vector, first, second);
        assertThat(open().reopen(() -> Map.of("x", found))).containsExactly("x");
        assertThat(one.size()).isEqualTo(found.equals(first.revision()) ? 3 : 2);
    }

    @Test
    void whatAnotherClientWritesWhileOneLooksWhatThereIsStays() throws Exception {
        Article first = article("x", "Alpha one stands here.\n\nAlpha two stands here.\n\nAlpha three stands here.");
        Article second = article("x", "Alpha four stands here.\n\nAlpha five stands here.");
        float[] vector = Models.ENCODER.encodeQuestion("alpha");
        PassageIndex one = open(HARBOUR);
        PassageIndex other = open();
        other.replace(first, embed(first));

        Set<String> held = one.reopen(() -> {
            other.replace(second, embed(second));
            other.replace(BREAD, embed(BREAD));
            return revisions(HARBOUR, first, BREAD);
        });

        assertThat(held).contains("harbour");
        assertThat(one.search("alpha", vector, Set.of("x"), 10).byVector())
                .hasSize(2)
                .allMatch(match -> match.revision().equals(second.revision()));
        assertThat(one.holds(revisions(HARBOUR, second, BREAD))).isTrue();
        assertThat(one.holds(revisions(first))).isFalse();
        assertThat(one.holds(revisions(article("y", "Not there.")))).isFalse();
    }

    @Test
    void whatOneClientWritesAnotherFinds() throws IOException {
        PassageIndex writer = open(HARBOUR);
        PassageIndex reader = open();
        assertThat(reader.knows("dredged")).isTrue();
        assertThat(retriever(reader).retrieve("Who visited Moscow?", Set.of(), 1))
                .hasSize(1);
        writer.remove("harbour");
        assertThat(retriever(reader).retrieve("Who visited Moscow?", Set.of(), 1))
                .isEmpty();
    }

    @Test
    void anotherHostIsTriedWhenOneIsDown() throws IOException {
        put(open(), HARBOUR);
        PassageIndex index = new OpenSearchPassageIndex(
                OpenSearchSettings.of(name, URI.create("http://127.0.0.1:9"), server.address()));

        assertThat(index.outage()).isEmpty();
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void whatWasWrittenSurvivesAKilledServerAndIsFoundWithoutARestart() throws Exception {
        PassageIndex index = open(HARBOUR, BREAD);
        float[] vector = Models.ENCODER.encodeQuestion("harbour");
        PassageIndex.PassageMatches before = index.search("harbour", vector, Set.of(), 10);
        server.kill();
        try {
            assertThatThrownBy(() -> index.search("harbour", vector, Set.of(), 10))
                    .isInstanceOf(IndexUnavailableException.class)
                    .hasMessageContaining(server.address().toString());
            assertThat(index.outage()).isPresent();
            // Opened while there is nothing, it is there once there is something.
            PassageIndex early = open();
            assertThat(early.outage()).isPresent();

            server.start();
            for (PassageIndex each : List.of(index, early)) {
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> each.outage()
                        .isEmpty());
                assertThat(each.search("harbour", vector, Set.of(), 10)).isEqualTo(before);
            }
            assertThat(early.reopen(() -> revisions(HARBOUR, BREAD))).containsExactlyInAnyOrder("harbour", "bread");
        } finally {
            if (index.outage().isPresent()) {
                server.kill();
                server.start();
            }
        }
    }
}
