package dev.footnote.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.article.Article;
import dev.footnote.model.Encoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** What {@link OpenSearchPassageIndex} says to OpenSearch, in its language: fields, documents and queries. */
final class OpenSearchQueries {

    static final String KIND = "kind";
    static final String PASSAGE = "passage";
    static final String RECORD = "article";
    static final String ARTICLE = "article";
    static final String REVISION = "revision";
    static final String GENERATION = "generation";
    static final String LIVE = "live";
    static final String STALE = "stale";
    static final String CHANGING = "changing";
    static final String PLACE = "place";
    static final String TEXT = "text";
    static final String WORDS = "text.words";
    static final String ABOVE = "above";
    static final String KEY = "key";
    static final String VECTOR = "vector";

    /** Records of changes that are going on, which are found before any passage; there is hardly more than one. */
    static final int MOST_CHANGES = 32;

    static final double BEFORE_ANY_PASSAGE = 1_000_000;

    /** Of what is listed as a whole. */
    static final int PAGE = 500;

    private OpenSearchQueries() {}

    /**
     * The settings and fields of an index, and the aliases it is used by.
     *
     * @param replaced the fingerprints of those whose place it takes
     */
    static ObjectNode index(OpenSearchConfig config, String fingerprint, Set<String> replaced, Set<String> aliases) {
        ObjectNode body = object();
        ObjectNode settings = body.putObject("settings").putObject("index");
        settings.put("knn", true)
                .put("number_of_shards", config.shards())
                .put("number_of_replicas", config.replicas())
                // A change is answered when searches see it; a second, the default, would be long to wait.
                .put("refresh_interval", "100ms");
        ObjectNode names = body.putObject("aliases");
        aliases.forEach(names::putObject);
        ObjectNode mappings = body.putObject("mappings").put("dynamic", "strict");
        ArrayNode before =
                mappings.putObject("_meta").put("fingerprint", fingerprint).putArray("replaced");
        replaced.forEach(before::add);
        ObjectNode fields = mappings.putObject("properties");
        Stream.of(KIND, ARTICLE, GENERATION, KEY)
                .forEach(field -> fields.putObject(field).put("type", "keyword"));
        Stream.of(REVISION, LIVE, STALE, PLACE).forEach(field -> fields.putObject(field)
                .put("type", "keyword")
                .put("index", false)
                .put("doc_values", false));
        fields.putObject(CHANGING).put("type", "boolean");
        fields.putObject(TEXT)
                .put("type", "text")
                .put("analyzer", "english")
                .putObject("fields")
                .putObject("words")
                .put("type", "text")
                .put("analyzer", "standard");
        fields.putObject(ABOVE).put("type", "text").put("analyzer", "english");
        ObjectNode method = fields.putObject(VECTOR)
                .put("type", "knn_vector")
                .put("dimension", Encoder.DIMENSION)
                .putObject("method");
        // Lucene's graph, as in the embedded index; other engines need native libraries that not every server has.
        method.put("name", "hnsw").put("engine", "lucene").put("space_type", "cosinesimil");
        method.putObject("parameters").put("m", 16).put("ef_construction", 100);
        return body;
    }

    /** Deletes indexes and has an alias lead to another one, all at once. */
    static ObjectNode inPlaceOf(List<String> others, String index, String alias) {
        ObjectNode body = object();
        ArrayNode actions = body.putArray("actions");
        others.forEach(other -> actions.addObject().putObject("remove_index").put("index", other));
        actions.addObject().putObject("add").put("index", index).put("alias", alias);
        return body;
    }

    /** Passages with words of a question in themselves or in the headings above them. */
    static ObjectNode words(String question) {
        ObjectNode query = object();
        ObjectNode any = query.putObject("bool").put("minimum_should_match", 1);
        ArrayNode should = any.putArray("should");
        should.addObject().putObject("match").putObject(TEXT).put("query", question);
        should.addObject()
                .putObject("match")
                .putObject(ABOVE)
                .put("query", question)
                .put("boost", IndexedWords.ABOVE_WEIGHT);
        return query;
    }

    static ObjectNode filtered(ObjectNode query, Set<String> articleIds, Map<String, String> changing) {
        ObjectNode filtered = object();
        ObjectNode bool = filtered.putObject("bool");
        bool.putArray("must").add(query);
        bool.set("filter", filter(articleIds, changing));
        return filtered;
    }

    static ObjectNode nearest(float[] vector, Set<String> articleIds, Map<String, String> changing, int limit) {
        ObjectNode query = object();
        ObjectNode nearest = query.putObject("knn").putObject(VECTOR);
        nearest.set("vector", array(vector));
        nearest.put("k", limit);
        ArrayNode filter = filter(articleIds, changing);
        if (!filter.isEmpty()) {
            nearest.putObject("filter").putObject("bool").set("filter", filter);
        }
        return query;
    }

    /** Passages of these articles, if any are named; of articles that are being changed only those that count. */
    static ArrayNode filter(Set<String> articleIds, Map<String, String> changing) {
        ArrayNode filter = OpenSearchConnection.JSON.createArrayNode();
        if (!articleIds.isEmpty()) {
            filter.add(anyOf(ARTICLE, articleIds));
        }
        changing.forEach((article, live) -> {
            ObjectNode hidden = object();
            ObjectNode bool = hidden.putObject("bool");
            bool.putArray("filter").add(term(ARTICLE, article));
            bool.putArray("must_not").add(term(GENERATION, live));
            filter.addObject().putObject("bool").putArray("must_not").add(hidden);
        });
        return filter;
    }

    /** A search that also finds the records of changes that are going on, before all passages. */
    static ObjectNode body(int limit, ObjectNode query, Set<String> articleIds, boolean withVectors) {
        ObjectNode body = object().put("size", limit + MOST_CHANGES).put("track_total_hits", false);
        ArrayNode fields = body.putArray("_source");
        Stream.of(KIND, ARTICLE, REVISION, GENERATION, PLACE, LIVE).forEach(fields::add);
        if (withVectors) {
            fields.add(VECTOR);
        }
        ObjectNode bool = body.putObject("query").putObject("bool").put("minimum_should_match", 1);
        ArrayNode should = bool.putArray("should");
        should.add(query);
        ObjectNode changes = should.addObject().putObject("constant_score").put("boost", BEFORE_ANY_PASSAGE);
        ArrayNode filter =
                changes.putObject("filter").putObject("bool").putArray("filter").add(term(CHANGING, true));
        if (!articleIds.isEmpty()) {
            filter.add(anyOf(ARTICLE, articleIds));
        }
        return body;
    }

    static ObjectNode passage(Article article, String generation, EmbeddedPassage embedded) {
        IndexedWords words = IndexedWords.of(embedded.passage(), article);
        ObjectNode document = object().put(KIND, PASSAGE)
                .put(ARTICLE, article.id())
                .put(REVISION, article.revision())
                .put(GENERATION, generation)
                .put(PLACE, IndexedPlace.format(embedded.passage()))
                .put(TEXT, words.text())
                .put(ABOVE, words.above())
                .put(KEY, embedded.key());
        document.set(VECTOR, array(embedded.vector()));
        return document;
    }

    static ObjectNode action(String name, String articleId, String generation, int number) {
        ObjectNode action = object();
        action.putObject(name)
                .put("_id", "passage-" + DigestUtils.sha256Hex(articleId + "\0" + generation + "\0" + number))
                .put("routing", articleId);
        return action;
    }

    /** The word that is closest in spelling to one that no passage has. */
    static ObjectNode closestTo(String word, int edits) {
        ObjectNode body = object().put("size", 0);
        ObjectNode suggestion = body.putObject("suggest").putObject("closest");
        // As the embedded index asks: OpenSearch has the same spell checker of Lucene inside.
        suggestion
                .put("text", word)
                .putObject("term")
                .put("field", WORDS)
                .put("analyzer", "keyword")
                .put("size", 1)
                .put("shard_size", 1)
                .put("max_edits", edits)
                .put("prefix_length", 1)
                .put("min_word_length", 1)
                .put("suggest_mode", "missing")
                .put("max_term_freq", 0);
        return body;
    }

    /** A page of all articles' records. */
    static ObjectNode records(@Nullable JsonNode after) {
        ObjectNode body =
                object().put("size", PAGE).put("track_total_hits", false).put("seq_no_primary_term", true);
        body.set("query", term(KIND, RECORD));
        body.putArray("sort").add(object().put(ARTICLE, "asc"));
        if (after != null) {
            body.set("search_after", after);
        }
        return body;
    }

    /** A page of all generations of passages, by article. */
    static ObjectNode generations(@Nullable JsonNode after) {
        ObjectNode body = object().put("size", 0).put("track_total_hits", false);
        body.set("query", term(KIND, PASSAGE));
        ObjectNode composite = body.putObject("aggs").putObject("generations").putObject("composite");
        composite.put("size", PAGE);
        ArrayNode sources = composite.putArray("sources");
        Stream.of(ARTICLE, GENERATION)
                .forEach(field ->
                        sources.addObject().putObject(field).putObject("terms").put("field", field));
        if (after != null) {
            composite.set("after", after);
        }
        return body;
    }

    /** The passages of these generations of an article. */
    static ObjectNode passages(String articleId, Set<String> generations) {
        ObjectNode body = object();
        body.putObject("query")
                .putObject("bool")
                .putArray("filter")
                .add(term(KIND, PASSAGE))
                .add(term(ARTICLE, articleId))
                .add(anyOf(GENERATION, generations));
        return body;
    }

    static ObjectNode object() {
        return OpenSearchConnection.JSON.createObjectNode();
    }

    static ObjectNode term(String field, String value) {
        ObjectNode query = object();
        query.putObject("term").put(field, value);
        return query;
    }

    static ObjectNode term(String field, boolean value) {
        ObjectNode query = object();
        query.putObject("term").put(field, value);
        return query;
    }

    static ObjectNode anyOf(String field, Collection<String> values) {
        ObjectNode query = object();
        ArrayNode array = query.putObject("terms").putArray(field);
        values.forEach(array::add);
        return query;
    }

    static ArrayNode array(float[] vector) {
        ArrayNode array = OpenSearchConnection.JSON.createArrayNode();
        for (float each : vector) {
            array.add(each);
        }
        return array;
    }

    static float[] vector(JsonNode array) {
        float[] vector = new float[array.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = array.get(i).floatValue();
        }
        return vector;
    }
}
