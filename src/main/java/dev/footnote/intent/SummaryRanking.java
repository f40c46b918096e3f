package dev.footnote.intent;

import dev.footnote.model.Similarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sentences that stand for an article from their vectors: like its title, near its beginning, in the middle of
 * all that it says, and unlike one another (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998).
 */
final class SummaryRanking {

    /**
     * What each sign counts. Like the title and in the middle weigh most, and a lead, which is where the main point stands in
     * news and reports. Not fitted and not measured: no question set has summaries that people wrote.
     */
    private static final double TITLE = 0.35;

    private static final double CENTRAL = 0.35;
    private static final double LEAD = 0.3;
    private static final double LIKENESS = 0.4;

    /** The lead's weight halves after so many sentences. */
    private static final double LEAD_SENTENCES = 3;

    private SummaryRanking() {}

    /**
     * The places of the chosen sentences, in their order.
     *
     * @param vectors one for each sentence, in the article's order
     * @param positions how many sentences stand before each in the article
     * @param title the title's vector; null where the title says nothing
     * @param most how many are chosen at most
     */
    static List<Integer> choose(List<float[]> vectors, List<Integer> positions, float @Nullable [] title, int most) {
        if (vectors.size() != positions.size()) {
            throw new IllegalArgumentException("Each of the " + vectors.size() + " vectors needs a position");
        }
        float[] middle = middle(vectors);
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(most, vectors.size())) {
            int best = -1;
            double bestScore = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < vectors.size(); i++) {
                if (!chosen.contains(i)) {
                    float[] vector = vectors.get(i);
                    double again = chosen.stream()
                            .mapToDouble(other -> Similarity.cosine(vector, vectors.get(other)))
                            .max()
                            .orElse(0);
                    double central = Similarity.cosine(vector, middle);
                    double like = title == null ? central : Similarity.cosine(vector, title);
                    double lead = LEAD_SENTENCES / (LEAD_SENTENCES + positions.get(i));
                    double score = TITLE * like + CENTRAL * central + LEAD * lead - LIKENESS * again;
                    if (score > bestScore) {
                        bestScore = score;
                        best = i;
                    }
                }
            }
            chosen.add(best);
        }
        return chosen.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static float[] middle(List<float[]> vectors) {
        float[] sum = new float[vectors.isEmpty() ? 0 : vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i] / vectors.size();
            }
        }
        return sum;
    }
}
