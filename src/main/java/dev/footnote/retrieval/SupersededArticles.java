package dev.footnote.retrieval;

import dev.footnote.article.Article;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Articles of which the library has a newer text than the one whose passages are in the index. */
final class SupersededArticles {

    private final Map<String, Article> articles = new ConcurrentHashMap<>();

    void add(Article article) {
        articles.put(article.id(), article);
    }

    Optional<Article> find(String articleId, String revision) {
        return Optional.ofNullable(articles.get(articleId))
                .filter(article -> article.revision().equals(revision));
    }

    void remove(String articleId) {
        articles.remove(articleId);
    }
}
