package dev.footnote.reading;

import dev.footnote.article.Article;
import dev.footnote.model.Encoder;
import dev.footnote.passage.ArticleSentences;
import dev.footnote.passage.Sentence;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Picks the sentences that stand for an article: near the middle of all its sentences' vectors and unlike one another
 * (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998). Safe for use by several threads.
 */
@Singleton
public class Summary {

    /** Of a longer article, this many sentences spread over it stand for all. */
    private static final int MOST_READ = 60;

    /** Of an article with fewer sentences that can be read by themselves, all are taken. */
    private static final int FEWEST_SENTENCES = 2;

    private static final int FEWEST_WORDS = 8;
    private static final int MOST_WORDS = 45;

    /** How much being central counts against being new. */
    private static final double CENTRAL = 0.7;

    private final Encoder encoder;

    Summary(Encoder encoder) {
        this.encoder = encoder;
    }

    /** The sentences that stand for an article, at most so many, in its order; at least one. */
    public List<Sentence> of(Article article, int most) {
        String text = article.text();
        List<Sentence> all = ArticleSentences.of(article);
        List<Sentence> fit =
                all.stream().filter(each -> fits(each.span().of(text))).toList();
        List<Sentence> read = spread(fit.size() < FEWEST_SENTENCES ? all : fit);
        List<float[]> vectors =
                encoder.encode(read.stream().map(each -> each.span().of(text)).toList());
        float[] middle = middle(vectors);
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(most, read.size())) {
            int best = -1;
            double bestScore = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < read.size(); i++) {
                if (!chosen.contains(i)) {
                    float[] vector = vectors.get(i);
                    double likeness = chosen.stream()
                            .mapToDouble(other -> Vectors.cosine(vector, vectors.get(other)))
                            .max()
                            .orElse(0);
                    double score = CENTRAL * Vectors.cosine(vector, middle) - (1 - CENTRAL) * likeness;
                    if (score > bestScore) {
                        bestScore = score;
                        best = i;
                    }
                }
            }
            chosen.add(best);
        }
        return chosen.stream().sorted(Comparator.naturalOrder()).map(read::get).toList();
    }

    /** A sentence that can be read by itself: neither a heading nor a monster, and not begun by a word that points back. */
    private static boolean fits(String sentence) {
        int words = sentence.split("\\s+").length;
        return words >= FEWEST_WORDS
                && words <= MOST_WORDS
                && !sentence.matches("(?s)(?:He|She|It|They|This|That|These|Those|But|And|However|Also)\\b.*");
    }

    private static List<Sentence> spread(List<Sentence> sentences) {
        if (sentences.size() <= MOST_READ) {
            return sentences;
        }
        List<Sentence> spread = new ArrayList<>(MOST_READ);
        for (int i = 0; i < MOST_READ; i++) {
            spread.add(sentences.get((int) ((long) i * sentences.size() / MOST_READ)));
        }
        return spread;
    }

    private static float[] middle(List<float[]> vectors) {
        float[] sum = new float[Encoder.DIMENSION];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i] / vectors.size();
            }
        }
        return sum;
    }
}
