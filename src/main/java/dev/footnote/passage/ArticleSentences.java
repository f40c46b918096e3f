package dev.footnote.passage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.article.Article;
import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceSplitter;
import java.util.List;

/**
 * The sentences of whole articles. To cut five million characters takes a second, and one question may need it several
 * times, so the sentences of the articles that were used lately are kept. Safe for use by several threads.
 */
public final class ArticleSentences {

    /** Of all articles together; about 15 MB. */
    private static final int MOST_KEPT = 200_000;

    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    private static final ArticleSentences SHARED = new ArticleSentences(MOST_KEPT);

    private final Cache<Key, List<Sentence>> kept;

    private record Key(String id, String revision, int characters) {}

    /** @param mostKept how many sentences are kept, of all articles together */
    ArticleSentences(int mostKept) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostKept)
                .weigher((Key key, List<Sentence> sentences) -> Math.max(1, sentences.size()))
                .executor(Runnable::run)
                .build();
    }

    /** The sentences of an article, in their order. */
    public static List<Sentence> of(Article article) {
        return SHARED.in(article);
    }

    /** As {@link #of}, kept here. */
    List<Sentence> in(Article article) {
        Key key = new Key(article.id(), article.revision(), article.text().length());
        return kept.get(key, absent -> List.copyOf(SPLITTER.split(article.text())));
    }
}
