package dev.footnote.retrieval;

import static dev.footnote.retrieval.OpenSearchQueries.ARTICLE;
import static dev.footnote.retrieval.OpenSearchQueries.GENERATION;
import static dev.footnote.retrieval.OpenSearchQueries.KIND;
import static dev.footnote.retrieval.OpenSearchQueries.LIVE;
import static dev.footnote.retrieval.OpenSearchQueries.PASSAGE;
import static dev.footnote.retrieval.OpenSearchQueries.PLACE;
import static dev.footnote.retrieval.OpenSearchQueries.REVISION;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one search found.
 *
 * @param passages of the generations that count, the best first
 * @param changing the articles that are being changed, each with the generation that counts
 * @param hidden how many passages were found that do not count
 */
record OpenSearchHits(List<FoundDocument> passages, Map<String, String> changing, int hidden) {

    OpenSearchHits {
        passages = List.copyOf(passages);
        changing = Map.copyOf(changing);
    }

    /** A passage that was found, with what was asked for of it. */
    record FoundDocument(String id, double score, JsonNode source) {

        String article() {
            return source.path(ARTICLE).asText();
        }

        String generation() {
            return source.path(GENERATION).asText();
        }

        PassageIndex.PassageMatch match(double score, double similarity) {
            return new PassageIndex.PassageMatch(
                    article(),
                    source.path(REVISION).asText(),
                    IndexedPlace.parse(source.path(PLACE).asText()),
                    score,
                    similarity);
        }
    }

    /** Reads what OpenSearch answers to a search of {@link OpenSearchQueries#body}. */
    static OpenSearchHits of(JsonNode response) {
        Map<String, String> changing = new HashMap<>();
        List<FoundDocument> passages = new ArrayList<>();
        for (JsonNode hit : response.path("hits").path("hits")) {
            FoundDocument document = new FoundDocument(
                    hit.path("_id").asText(), hit.path("_score").floatValue(), hit.path("_source"));
            if (document.source().path(KIND).asText().equals(PASSAGE)) {
                passages.add(document);
            } else {
                changing.put(document.article(), document.source().path(LIVE).asText());
            }
        }
        List<FoundDocument> counting = passages.stream()
                .filter(passage -> changing.getOrDefault(passage.article(), passage.generation())
                        .equals(passage.generation()))
                .toList();
        return new OpenSearchHits(counting, changing, passages.size() - counting.size());
    }
}
