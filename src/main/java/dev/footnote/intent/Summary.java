package dev.footnote.intent;

import dev.footnote.article.Article;
import dev.footnote.english.PointingWords;
import dev.footnote.english.Sentence;
import dev.footnote.model.Encoder;
import dev.footnote.passage.ArticleSentences;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Picks the sentences that stand for an article: what its title and its first sentences say before what is in the middle
 * of it. Safe for use by several threads.
 */
@Singleton
public class Summary {

    /** Of a longer article, this many sentences spread over it stand for all. */
    private static final int MOST_READ = 60;

    /** Of an article with fewer sentences that can be read by themselves, all are taken. */
    private static final int FEWEST_SENTENCES = 2;

    private static final int FEWEST_WORDS = 8;
    private static final int MOST_WORDS = 45;

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
        float[] title = article.title().isBlank()
                ? null
                : encoder.encode(List.of(article.title())).get(0);
        List<Integer> positions = read.stream().map(all::indexOf).toList();
        return SummaryRanking.choose(vectors, positions, title, most).stream()
                .map(read::get)
                .toList();
    }

    /** A sentence that can be read by itself: neither a heading nor a monster, and not begun by a word that points back. */
    private static boolean fits(String sentence) {
        int words = sentence.split("\\s+").length;
        return words >= FEWEST_WORDS && words <= MOST_WORDS && !PointingWords.open(sentence);
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
}
