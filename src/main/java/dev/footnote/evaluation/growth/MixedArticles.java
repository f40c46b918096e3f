package dev.footnote.evaluation.growth;

import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.english.Sentence;
import dev.footnote.model.Encoder;
import dev.footnote.passage.Passage;
import dev.footnote.retrieval.EmbeddedPassage;
import dev.footnote.retrieval.VectorKey;
import dev.footnote.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Articles put together of real sentences, as many as are wanted. A passage has one sentence of a real passage, and near its
 * vector its own; its other sentences are anybody's. Article and number are always the same, so none of them is kept.
 */
final class MixedArticles {

    /** How many passages an article has. */
    static final int PASSAGES = 40;

    private static final String PREFIX = "mixed-";
    private static final int FEWEST_SENTENCES = 2;
    private static final int MOST_SENTENCES = 4;

    /** The deviation of each number of a vector: the cosine with the real one is then about 0.93. */
    private static final double NOISE = 0.02;

    private final List<Original> originals;
    private final long seed;

    /**
     * A real passage.
     *
     * @param sentences its words
     * @param vector what the encoder made of them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Original(List<String> sentences, float[] vector) {
        Original {
            sentences = List.copyOf(sentences);
        }

        static List<Original> of(EmbeddedArticle embedded) {
            String text = embedded.article().text();
            return embedded.passages().stream()
                    .map(each -> new Original(
                            each.passage().sentences().stream()
                                    .map(sentence -> sentence.span().of(text))
                                    .toList(),
                            each.vector()))
                    .toList();
        }
    }

    private record Mixture(Article article, List<Passage> passages, List<Original> nearest) {}

    MixedArticles(List<Original> originals, long seed) {
        this.originals = List.copyOf(originals);
        this.seed = seed;
    }

    static boolean isMixed(String articleId) {
        return articleId.startsWith(PREFIX);
    }

    /** The article of an id that {@link #isMixed} is true of. */
    Article article(String articleId) {
        return mixture(Integer.parseInt(articleId.substring(PREFIX.length()))).article();
    }

    EmbeddedArticle embedded(int number) {
        Mixture mixture = mixture(number);
        Random random = new Random(seed - 1 - number);
        List<EmbeddedPassage> passages = new ArrayList<>();
        for (int i = 0; i < mixture.passages().size(); i++) {
            Passage passage = mixture.passages().get(i);
            passages.add(new EmbeddedPassage(
                    passage,
                    VectorKey.of(Encoder.ID, passage.span().of(mixture.article().text())),
                    near(mixture.nearest().get(i).vector(), random)));
        }
        return new EmbeddedArticle(mixture.article(), passages);
    }

    private Mixture mixture(int number) {
        Random random = new Random(seed + number);
        StringBuilder text = new StringBuilder();
        List<Passage> passages = new ArrayList<>();
        List<Original> nearest = new ArrayList<>();
        for (int paragraph = 1; paragraph <= PASSAGES; paragraph++) {
            Original original = originals.get(random.nextInt(originals.size()));
            int count = Math.max(
                    FEWEST_SENTENCES,
                    Math.min(MOST_SENTENCES, original.sentences().size()));
            if (paragraph > 1) {
                text.append("\n\n");
            }
            List<Sentence> sentences = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Original from = i == 0 ? original : originals.get(random.nextInt(originals.size()));
                if (i > 0) {
                    text.append(' ');
                }
                int start = text.length();
                text.append(from.sentences().get(random.nextInt(from.sentences().size())));
                sentences.add(new Sentence(new Span(start, text.length()), paragraph));
            }
            passages.add(new Passage(sentences));
            nearest.add(original);
        }
        String whole = text.toString();
        return new Mixture(
                new Article(
                        PREFIX + number,
                        "Mixed " + number,
                        whole,
                        "text/plain",
                        Metadata.NONE,
                        List.of(),
                        Instant.EPOCH,
                        PREFIX + number + ".txt",
                        false,
                        List.of(),
                        Article.revisionOf(whole)),
                passages,
                nearest);
    }

    private static float[] near(float[] vector, Random random) {
        float[] near = new float[vector.length];
        double squares = 0;
        for (int i = 0; i < near.length; i++) {
            near[i] = (float) (vector[i] + NOISE * random.nextGaussian());
            squares += near[i] * near[i];
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; i < near.length; i++) {
            near[i] /= norm;
        }
        return near;
    }
}
