package dev.footnote.retrieval;

import static dev.footnote.retrieval.OpenSearchQueries.ARTICLE;
import static dev.footnote.retrieval.OpenSearchQueries.GENERATION;
import static dev.footnote.retrieval.OpenSearchQueries.KEY;
import static dev.footnote.retrieval.OpenSearchQueries.KIND;
import static dev.footnote.retrieval.OpenSearchQueries.PASSAGE;
import static dev.footnote.retrieval.OpenSearchQueries.VECTOR;
import static dev.footnote.retrieval.OpenSearchQueries.WORDS;
import static dev.footnote.retrieval.OpenSearchQueries.action;
import static dev.footnote.retrieval.OpenSearchQueries.anyOf;
import static dev.footnote.retrieval.OpenSearchQueries.body;
import static dev.footnote.retrieval.OpenSearchQueries.closestTo;
import static dev.footnote.retrieval.OpenSearchQueries.filtered;
import static dev.footnote.retrieval.OpenSearchQueries.nearest;
import static dev.footnote.retrieval.OpenSearchQueries.object;
import static dev.footnote.retrieval.OpenSearchQueries.passage;
import static dev.footnote.retrieval.OpenSearchQueries.passages;
import static dev.footnote.retrieval.OpenSearchQueries.term;
import static dev.footnote.retrieval.OpenSearchQueries.vector;
import static dev.footnote.retrieval.OpenSearchQueries.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.article.Article;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.retrieval.OpenSearchConnection.OpenSearchResponse;
import dev.footnote.text.FoldedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One index on an OpenSearch server: the same lists as Lucene's, which is inside of both.
 *
 * <p>OpenSearch changes one document at a time, an article has many. So each article has a record beside its passages that
 * names the generation of them that counts, and an article is replaced in steps, each of which leaves the index right if
 * it is the last: the record says that a change is going on (passages of another generation are passed over from now
 * on); the new passages are written; the record names the new generation; the old passages are deleted; the record says
 * that the change is over. A record is only written over the state in which it was read: of two clients that change an
 * article at once, one begins anew. What a dead client left is cleared away by {@link #reopen}.
 *
 * <p>An article's documents lie in one shard, and a search of it sees them as of one moment. The records of changes that
 * are going on are found by the same search as the passages, so both are of that moment.
 */
final class OpenSearchPassageIndex implements PassageIndex {

    private static final Logger LOG = Logger.getLogger(OpenSearchPassageIndex.class);

    /** A search is made again when an article was changed in the middle of it. */
    private static final int MOST_SEARCHES = 5;

    private static final int MOST_ATTEMPTS = 5;

    /** Of a request; a passage with its vector takes about 6 kB. */
    private static final int PASSAGES_A_REQUEST = 500;

    /** Keys that are looked up at once. */
    private static final int PAGE = OpenSearchQueries.PAGE;

    private final OpenSearchAccess index;
    private final boolean hasSeveralShards;
    private final SupersededArticles superseded = new SupersededArticles();

    OpenSearchPassageIndex(OpenSearchConfig config) {
        this(config, new OpenSearchAccess(config));
    }

    OpenSearchPassageIndex(OpenSearchConfig config, OpenSearchAccess index) {
        this.index = index;
        this.hasSeveralShards = config.shards() > 1;
    }

    @Override
    public Optional<String> outage() {
        return index.outage();
    }

    @Override
    public boolean isInDoubt() {
        return index.isInDoubt();
    }

    @Override
    public boolean isBesideAnother() {
        return index.isBesideAnother();
    }

    @Override
    public void takePlace() {
        index.takePlace();
    }

    @Override
    public void close() {
        // The client's threads end with it.
    }

    // ---- Searching

    @Override
    public PassageMatches search(String question, float[] vector, Set<String> articleIds, int limit) {
        String folded = FoldedText.of(question).text();
        Map<String, String> changing = Map.of();
        List<OpenSearchHits> found = List.of();
        for (int searches = 0; searches < MOST_SEARCHES; searches++) {
            ObjectNode byWords = body(limit, filtered(words(folded), articleIds, changing), articleIds, true);
            ObjectNode byVector = body(limit, nearest(vector, articleIds, changing, limit), articleIds, false);
            found = msearch(List.of(byWords, byVector));
            if (isOfOneState(found, changing, limit)) {
                break;
            }
            changing = changing(found);
        }
        return matches(found, vector, limit);
    }

    /**
     * Whether no article was changed between the two searches, or since what was filtered by was found, and nothing fell out
     * of a list for passages that do not count.
     */
    private static boolean isOfOneState(List<OpenSearchHits> found, Map<String, String> filteredBy, int limit) {
        Map<String, String> generations = new HashMap<>();
        for (OpenSearchHits each : found) {
            if (each.hidden() > 0 && each.passages().size() < limit
                    || !each.changing().entrySet().containsAll(filteredBy.entrySet())) {
                return false;
            }
            for (OpenSearchHits.FoundDocument passage : each.passages()) {
                String other = generations.putIfAbsent(passage.article(), passage.generation());
                if (other != null && !other.equals(passage.generation())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<String, String> changing(List<OpenSearchHits> found) {
        Map<String, String> changing = new HashMap<>();
        found.forEach(each -> changing.putAll(each.changing()));
        return changing;
    }

    private static PassageMatches matches(List<OpenSearchHits> found, float[] vector, int limit) {
        Map<String, Double> similarities = new HashMap<>();
        Map<String, String> generations = new HashMap<>();
        List<PassageMatch> byVector = new ArrayList<>();
        for (OpenSearchHits.FoundDocument passage :
                found.get(1).passages().stream().limit(limit).toList()) {
            // OpenSearch moves the cosine to between 0 and 1.
            double similarity = 2 * passage.score() - 1;
            similarities.put(passage.id(), similarity);
            generations.put(passage.article(), passage.generation());
            byVector.add(passage.match(similarity, similarity));
        }
        List<PassageMatch> byWords = found.get(0).passages().stream()
                // Two generations of one article, should the searches never have come between two changes of it.
                .filter(passage -> generations
                        .getOrDefault(passage.article(), passage.generation())
                        .equals(passage.generation()))
                .limit(limit)
                .map(passage -> {
                    Double known = similarities.get(passage.id());
                    return passage.match(
                            passage.score(),
                            known == null
                                    ? product(vector, vector(passage.source().path(VECTOR)))
                                    : known);
                })
                .toList();
        return new PassageMatches(byWords, List.copyOf(byVector));
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
        }
        return product;
    }

    private List<OpenSearchHits> msearch(List<ObjectNode> bodies) {
        List<ObjectNode> lines = new ArrayList<>();
        for (ObjectNode body : bodies) {
            // Over several shards, words are counted in all of them before any passage is scored.
            lines.add(hasSeveralShards ? object().put("search_type", "dfs_query_then_fetch") : object());
            lines.add(body);
        }
        JsonNode answer =
                index.required("be searched", index.read("POST", "/_msearch", OpenSearchConnection.lines(lines)));
        List<OpenSearchHits> found = new ArrayList<>();
        for (JsonNode response : answer.path("responses")) {
            found.add(OpenSearchHits.of(index.requireWhole(response)));
        }
        return found;
    }

    @Override
    public boolean knows(String word) {
        ObjectNode body = object().put("size", 0).put("terminate_after", 1).put("track_total_hits", 1);
        body.set("query", term(WORDS, FoldedText.of(word).text()));
        return search(body).path("hits").path("total").path("value").asInt() > 0;
    }

    @Override
    public Optional<KnownWord> closest(String word, int edits) {
        JsonNode closest = search(closestTo(FoldedText.of(word).text(), edits))
                .path("suggest")
                .path("closest")
                .path(0)
                .path("options")
                .path(0)
                .path("text");
        return closest.isMissingNode() ? Optional.empty() : place(closest.asText());
    }

    private Optional<KnownWord> place(String word) {
        List<OpenSearchHits> found = msearch(List.of(body(1, term(WORDS, word), Set.of(), false)));
        return found.get(0).passages().stream()
                .findFirst()
                .map(passage -> new KnownWord(word, passage.match(passage.score(), 0)));
    }

    @Override
    public Map<String, float[]> vectors(Collection<String> keys) {
        Map<String, float[]> vectors = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + PAGE));
            ObjectNode body = object().put("size", some.size()).put("track_total_hits", false);
            body.putArray("_source").add(KEY).add(VECTOR);
            body.set("query", anyOf(KEY, some));
            body.putObject("collapse").put("field", KEY);
            for (JsonNode hit : search(body).path("hits").path("hits")) {
                JsonNode source = hit.path("_source");
                vectors.put(source.path(KEY).asText(), vector(source.path(VECTOR)));
            }
        }
        return vectors;
    }

    @Override
    public int size() {
        ObjectNode body = object();
        body.set("query", term(KIND, PASSAGE));
        return index.required("be counted", index.read("POST", "/_count", body.toString()))
                .path("count")
                .asInt();
    }

    private JsonNode search(ObjectNode body) {
        return index.requireWhole(index.required("be searched", index.read("POST", "/_search", body.toString())));
    }

    // ---- Changing

    /** Thrown when somebody else has changed the record of an article meanwhile. */
    private static final class ChangedMeanwhileException extends Exception {
        private static final long serialVersionUID = 1;
    }

    @FunctionalInterface
    private interface ChangeAttempt {
        void make() throws ChangedMeanwhileException;
    }

    private static void attempt(String articleId, ChangeAttempt attempt) {
        for (int attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
            try {
                attempt.make();
                return;
            } catch (ChangedMeanwhileException e) {
                LOG.debugf("The article %s was changed by another client; beginning anew", articleId);
            }
        }
        throw new IllegalStateException("The article " + articleId + " cannot be put into OpenSearch's index: another"
                + " client changes it again and again. Give each Footnote its own footnote.opensearch.index.");
    }

    @Override
    public synchronized void replace(Article article, List<EmbeddedPassage> passages) {
        attempt(article.id(), () -> replaceOnce(article, passages));
        superseded.remove(article.id());
    }

    private void replaceOnce(Article article, List<EmbeddedPassage> passages) throws ChangedMeanwhileException {
        // Not the revision alone: the same text may be cut or encoded anew, and two clients may write it at once.
        String generation = article.revision() + "-" + UUID.randomUUID();
        ArticleRecord begun = write(record(article.id()).begun(generation), false);
        write(article, generation, passages);
        ArticleRecord switched;
        try {
            switched = write(begun.switched(article.revision(), generation), false);
        } catch (ChangedMeanwhileException e) {
            // Whoever it was may have cleared this generation away before the last of it was written.
            deleteNumbered(article.id(), generation, passages.size());
            throw e;
        }
        finish(switched);
    }

    private void finish(ArticleRecord switched) {
        deleteStale(switched);
        try {
            write(switched.over(), true);
        } catch (ChangedMeanwhileException e) {
            // Whoever it was clears away what there is; the passages count all the same.
            refresh();
        }
    }

    @Override
    public synchronized void remove(String articleId) {
        attempt(articleId, () -> {
            ArticleRecord record = record(articleId);
            if (record.isThere()) {
                removeRecorded(record);
            }
        });
        superseded.remove(articleId);
    }

    private void removeRecorded(ArticleRecord record) throws ChangedMeanwhileException {
        ArticleRecord switched = write(record.switched(record.revision(), ""), false);
        deleteStale(switched);
        OpenSearchResponse deleted = index.write(
                "DELETE", document(switched.id(), switched.article()) + "&refresh=wait_for" + state(switched), null);
        if (deleted.status() == 409) {
            throw new ChangedMeanwhileException();
        }
        if (deleted.status() != 404) {
            index.required("be changed", deleted);
        }
    }

    private ArticleRecord record(String articleId) {
        ArticleRecord absent = ArticleRecord.absent(articleId);
        OpenSearchResponse response = index.read("GET", document(absent.id(), articleId), null);
        if (response.status() == 404 && !response.body().has("error")) {
            return absent;
        }
        return ArticleRecord.of(index.required("be read", response));
    }

    /** Writes a record if it is still as it was when it was read. Returns it as it is now. */
    private ArticleRecord write(ArticleRecord record, boolean untilSeen) throws ChangedMeanwhileException {
        OpenSearchResponse response = index.write(
                "PUT",
                document(record.id(), record.article())
                        + "&require_alias=true"
                        + (untilSeen ? "&refresh=wait_for" : "")
                        + (record.isThere() ? state(record) : "&op_type=create"),
                record.document().toString());
        if (response.status() == 409) {
            throw new ChangedMeanwhileException();
        }
        JsonNode written = index.required("be changed", response);
        return new ArticleRecord(
                record.article(),
                record.revision(),
                record.live(),
                record.stale(),
                record.isChanging(),
                written.path("_seq_no").asLong(),
                written.path("_primary_term").asLong());
    }

    private static String document(String id, String articleId) {
        return "/_doc/" + id + "?routing=" + OpenSearchAccess.encoded(articleId);
    }

    private static String state(ArticleRecord record) {
        return "&if_seq_no=" + record.sequence() + "&if_primary_term=" + record.term();
    }

    private void write(Article article, String generation, List<EmbeddedPassage> passages) {
        for (int from = 0; from < passages.size(); from += PASSAGES_A_REQUEST) {
            List<ObjectNode> lines = new ArrayList<>();
            for (int i = from; i < Math.min(passages.size(), from + PASSAGES_A_REQUEST); i++) {
                lines.add(action("index", article.id(), generation, i));
                lines.add(passage(article, generation, passages.get(i)));
            }
            bulk(lines);
        }
    }

    private void bulk(List<ObjectNode> lines) {
        JsonNode answer = index.required(
                "be changed", index.write("POST", "/_bulk?require_alias=true", OpenSearchConnection.lines(lines)));
        for (JsonNode item : answer.path("items")) {
            JsonNode result = item.elements().next();
            if (result.has("error")) {
                throw index.failure(
                        "be changed",
                        new OpenSearchResponse(result.path("status").asInt(), result));
            }
        }
    }

    private void deleteNumbered(String articleId, String generation, int count) {
        for (int from = 0; from < count; from += PASSAGES_A_REQUEST) {
            List<ObjectNode> lines = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + PASSAGES_A_REQUEST); i++) {
                lines.add(action("delete", articleId, generation, i));
            }
            bulk(lines);
        }
    }

    private void deleteStale(ArticleRecord record) {
        if (!record.stale().isEmpty()) {
            deletePassages(record.article(), record.stale());
        }
    }

    private void deletePassages(String articleId, Set<String> generations) {
        // Only what a search sees is deleted.
        refresh();
        JsonNode answer = index.required(
                "be changed",
                index.write(
                        "POST",
                        "/_delete_by_query?conflicts=proceed&routing=" + OpenSearchAccess.encoded(articleId),
                        passages(articleId, generations).toString()));
        if (!answer.path("failures").isEmpty()) {
            throw new IndexUnavailableException("OpenSearch could not delete passages of " + articleId + ": "
                    + answer.path("failures").path(0) + ". Its log says more.");
        }
    }

    private void refresh() {
        index.required("be refreshed", index.write("POST", "/_refresh", null));
    }

    @Override
    public void supersede(Article article) {
        superseded.add(article);
    }

    @Override
    public Optional<Article> superseded(String articleId, String revision) {
        return superseded.find(articleId, revision);
    }

    @Override
    public void commit() {
        // OpenSearch answers a change when it is on its disk.
    }

    @Override
    public synchronized Set<String> reopen(Supplier<Map<String, String>> latest) {
        refresh();
        Set<String> held = new HashSet<>();
        Map<String, String> live = new HashMap<>();
        List<ArticleRecord> records = records();
        Map<String, String> revisions = latest.get();
        for (ArticleRecord record : records) {
            if (!record.live().isEmpty() && record.revision().equals(revisions.get(record.article()))) {
                if (record.isChanging()) {
                    takeOver(record);
                }
                held.add(record.article());
                live.put(record.article(), record.live());
            } else {
                remove(record.article());
            }
        }
        clearAway(live);
        index.settled();
        return Set.copyOf(held);
    }

    @Override
    public synchronized boolean holds(Map<String, String> revisions) {
        refresh();
        Map<String, String> held = new HashMap<>();
        for (ArticleRecord record : records()) {
            if (!record.live().isEmpty()) {
                held.put(record.article(), record.revision());
            }
        }
        if (!held.entrySet().containsAll(revisions.entrySet())) {
            return false;
        }
        index.settled();
        return true;
    }

    /** Ends a change whose client is gone. Should it be there still, it finds the record changed and begins anew. */
    private void takeOver(ArticleRecord record) {
        attempt(record.article(), () -> {
            ArticleRecord now = record(record.article());
            if (now.isChanging()) {
                finish(write(now, false));
            }
        });
    }

    /** All records, in pages. */
    private List<ArticleRecord> records() {
        List<ArticleRecord> records = new ArrayList<>();
        JsonNode after = null;
        while (true) {
            JsonNode hits =
                    search(OpenSearchQueries.records(after)).path("hits").path("hits");
            for (JsonNode hit : hits) {
                records.add(ArticleRecord.of(hit));
            }
            if (hits.size() < PAGE) {
                return records;
            }
            after = hits.get(hits.size() - 1).path("sort");
        }
    }

    /** Deletes passages of generations that no record names: a client died while it took its own back. */
    private void clearAway(Map<String, String> live) {
        Map<String, Set<String>> unnamed = new HashMap<>();
        JsonNode after = null;
        do {
            JsonNode page = search(OpenSearchQueries.generations(after))
                    .path("aggregations")
                    .path("generations");
            for (JsonNode bucket : page.path("buckets")) {
                String article = bucket.path("key").path(ARTICLE).asText();
                String generation = bucket.path("key").path(GENERATION).asText();
                if (!generation.equals(live.get(article))) {
                    unnamed.computeIfAbsent(article, absent -> new HashSet<>()).add(generation);
                }
            }
            after = page.get("after_key");
        } while (after != null);
        unnamed.forEach((article, generations) -> {
            // Another replica may have begun to change the article since then; whatever its record names is not stray.
            ArticleRecord now = record(article);
            generations.remove(now.live());
            generations.removeAll(now.stale());
            if (!generations.isEmpty()) {
                deletePassages(article, generations);
            }
        });
        if (!unnamed.isEmpty()) {
            refresh();
        }
    }
}
