package dev.footnote.retrieval;

import static dev.footnote.retrieval.OpenSearchQueries.ARTICLE;
import static dev.footnote.retrieval.OpenSearchQueries.CHANGING;
import static dev.footnote.retrieval.OpenSearchQueries.KIND;
import static dev.footnote.retrieval.OpenSearchQueries.LIVE;
import static dev.footnote.retrieval.OpenSearchQueries.RECORD;
import static dev.footnote.retrieval.OpenSearchQueries.REVISION;
import static dev.footnote.retrieval.OpenSearchQueries.STALE;
import static dev.footnote.retrieval.OpenSearchQueries.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What the index says of an article as a whole.
 *
 * @param sequence names, with the term, the state that was read; negative if there was none
 * @param live the generation of its passages that counts; empty if none does
 * @param stale other generations, of which there may be passages
 */
record ArticleRecord(
        String article, String revision, String live, Set<String> stale, boolean isChanging, long sequence, long term) {

    ArticleRecord {
        stale = Set.copyOf(stale);
    }

    static ArticleRecord absent(String article) {
        return new ArticleRecord(article, "", "", Set.of(), false, -1, -1);
    }

    static ArticleRecord of(JsonNode document) {
        JsonNode source = document.path("_source");
        Set<String> stale = new HashSet<>();
        source.path(STALE).forEach(each -> stale.add(each.asText()));
        return new ArticleRecord(
                source.path(ARTICLE).asText(),
                source.path(REVISION).asText(),
                source.path(LIVE).asText(),
                stale,
                source.path(CHANGING).asBoolean(),
                document.path("_seq_no").asLong(),
                document.path("_primary_term").asLong());
    }

    boolean isThere() {
        return sequence >= 0;
    }

    /** A new generation is about to be written. */
    ArticleRecord begun(String generation) {
        return new ArticleRecord(article, revision, live, with(stale, generation), true, sequence, term);
    }

    /** A generation counts from now on; the one before does not. */
    ArticleRecord switched(String revision, String generation) {
        Set<String> rest = new HashSet<>(live.isEmpty() ? stale : with(stale, live));
        rest.remove(generation);
        return new ArticleRecord(article, revision, generation, rest, true, sequence, term);
    }

    ArticleRecord over() {
        return new ArticleRecord(article, revision, live, Set.of(), false, sequence, term);
    }

    private static Set<String> with(Set<String> some, String more) {
        Set<String> all = new HashSet<>(some);
        all.add(more);
        return all;
    }

    String id() {
        return "article-" + DigestUtils.sha256Hex(article);
    }

    ObjectNode document() {
        ObjectNode document = object().put(KIND, RECORD)
                .put(ARTICLE, article)
                .put(REVISION, revision)
                .put(LIVE, live)
                .put(CHANGING, isChanging);
        stale.forEach(document.putArray(STALE)::add);
        return document;
    }
}
