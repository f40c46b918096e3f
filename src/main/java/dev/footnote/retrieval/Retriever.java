package dev.footnote.retrieval;

import dev.footnote.home.Stage;
import dev.footnote.model.Encoder;
import dev.footnote.passage.Passage;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds passages by words and by meaning, and fuses the two lists by reciprocal rank (Cormack, Clarke, Büttcher,
 * "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods", SIGIR 2009). Safe for use by
 * several threads.
 */
@Singleton
public class Retriever {

    /** The paper's constant; larger ones make the first places count less. */
    private static final int K = 60;

    private static final double BEST = 2.0 / (K + 1);

    /** An article may be replaced between the search and the reading of its text; then the search is made again. */
    private static final int MOST_SEARCHES = 3;

    private final PassageIndex index;
    private final IndexedArticles articles;
    private final Encoder encoder;
    private final RetrievalConfig config;

    Retriever(PassageIndex index, IndexedArticles articles, Encoder encoder, RetrievalConfig config) {
        this.index = index;
        this.articles = articles;
        this.encoder = encoder;
        this.config = config;
    }

    /**
     * The passages that fit a question best, the best first.
     *
     * @param articleIds where to look; empty means everywhere
     * @param limit the most passages
     */
    public List<RetrievedPassage> retrieve(String question, Set<String> articleIds, int limit) {
        try (Stage stage = Stage.begin("retrieve")) {
            List<RetrievedPassage> found = find(question, articleIds, limit);
            stage.with("passages", found.size());
            return found;
        }
    }

    private List<RetrievedPassage> find(String question, Set<String> articleIds, int limit) {
        float[] vector = encoded(question);
        List<RetrievedPassage> passages = List.of();
        for (int searches = 0; searches < MOST_SEARCHES; searches++) {
            List<Fused> best = ranked(question, vector, articleIds, limit);
            passages = best.stream().flatMap(each -> read(each).stream()).toList();
            if (passages.size() == best.size()) {
                return passages;
            }
        }
        return passages;
    }

    private float[] encoded(String question) {
        try (Stage stage = Stage.begin("encode")) {
            stage.with("characters", question.length());
            return encoder.encodeQuestion(question);
        }
    }

    private List<Fused> ranked(String question, float[] vector, Set<String> articleIds, int limit) {
        return best(index.search(question, vector, articleIds, config.candidates()), limit);
    }

    /** The search alone, without encoding the question before it and reading the texts after it: how many it finds. */
    int search(String question, float[] vector, Set<String> articleIds, int limit) {
        return ranked(question, vector, articleIds, limit).size();
    }

    private static List<Fused> best(PassageIndex.PassageMatches matches, int limit) {
        Map<PassageKey, Fused> fused = new LinkedHashMap<>();
        add(matches.byWords(), fused);
        add(matches.byVector(), fused);
        return fused.values().stream()
                .sorted(Comparator.comparingDouble((Fused each) -> each.score).reversed())
                .limit(limit)
                .toList();
    }

    /** Only the texts of what is returned are read, not those of all that was found. */
    private Optional<RetrievedPassage> read(Fused found) {
        return articles.of(found.match)
                .map(article -> new RetrievedPassage(
                        article, found.match.passage(), found.score / BEST, found.match.similarity()));
    }

    /** How many passages are read for a question that does not say. */
    public int usualLimit() {
        return config.passages();
    }

    private static void add(List<PassageIndex.PassageMatch> matches, Map<PassageKey, Fused> fused) {
        int rank = 0;
        for (PassageIndex.PassageMatch match : matches) {
            rank++;
            fused.computeIfAbsent(new PassageKey(match.articleId(), match.passage()), key -> new Fused(match)).score +=
                    1.0 / (K + rank);
        }
    }

    private record PassageKey(String articleId, Passage passage) {}

    private static final class Fused {

        private final PassageIndex.PassageMatch match;
        private double score;

        Fused(PassageIndex.PassageMatch match) {
            this.match = match;
        }
    }
}
