package dev.footnote.retrieval;

import dev.footnote.model.Encoder;
import dev.footnote.model.Tokenizer;
import dev.footnote.passage.Passage;
import dev.footnote.passage.PassageSplitter;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** However short they are, no more are read. */
    private static final int MOST_PASSAGES = 20;

    private static final double BEST = 2.0 / (K + 1);

    private final PassageIndex index;
    private final Encoder encoder;
    private final Tokenizer tokenizer;
    private final RetrievalConfig config;

    Retriever(PassageIndex index, Encoder encoder, Tokenizer tokenizer, RetrievalConfig config) {
        this.tokenizer = tokenizer;
        this.index = index;
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
        PassageIndex.Hits hits =
                index.search(question, encoder.encodeQuestion(question), articleIds, config.candidates());
        Map<Key, Fused> fused = new LinkedHashMap<>();
        add(hits.byWords(), false, fused);
        add(hits.byVector(), true, fused);
        return fused.values().stream()
                .sorted(Comparator.comparingDouble((Fused each) -> each.score).reversed())
                .limit(limit)
                .map(each -> new RetrievedPassage(
                        each.hit.article(), each.hit.passage(), each.score / BEST, each.similarity))
                .toList();
    }

    /**
     * The passages that are read for a question that does not say how many: as many as fit into the room of
     * {@code footnote.retrieval.passages} full ones, so that of short ones more are read at the same cost.
     */
    public List<RetrievedPassage> retrieve(String question, Set<String> articleIds) {
        List<RetrievedPassage> best = retrieve(question, articleIds, MOST_PASSAGES);
        int room = config.passages() * PassageSplitter.DEFAULT_LIMIT;
        int taken = 0;
        for (RetrievedPassage passage : best) {
            room -= tokenizer.count(passage.text());
            if (room < 0 && taken > 0) {
                break;
            }
            taken++;
        }
        return best.subList(0, taken);
    }

    private static void add(List<PassageIndex.Hit> hits, boolean byVector, Map<Key, Fused> fused) {
        int rank = 0;
        for (PassageIndex.Hit hit : hits) {
            rank++;
            Fused each = fused.computeIfAbsent(new Key(hit.article().id(), hit.passage()), key -> new Fused(hit));
            each.score += 1.0 / (K + rank);
            if (byVector) {
                // Lucene moves the cosine into 0 to 1, so that no score is negative.
                each.similarity = 2 * hit.score() - 1;
            }
        }
    }

    private record Key(String articleId, Passage passage) {}

    private static final class Fused {

        private final PassageIndex.Hit hit;
        private double score;
        private double similarity;

        Fused(PassageIndex.Hit hit) {
            this.hit = hit;
        }
    }
}
