package dev.footnote.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.article.Article;
import jakarta.inject.Singleton;

/** Keeps what was counted of the words of articles that are asked often. Safe for use by several threads. */
@Singleton
public class ArticleWordsCache {

    /** How much text the articles may have, in UTF-16 code units, whose words are kept counted. */
    private static final long MOST_TEXT_KEPT = 20_000_000;

    private final Cache<String, ArticleWords> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_TEXT_KEPT)
            .weigher((String key, ArticleWords words) -> words.text().length() + 1)
            .build();

    /** The words of an article, counted when it is first asked. */
    public ArticleWords of(Article article) {
        return kept.get(article.id() + "@" + article.revision(), key -> new ArticleWords(article));
    }
}
