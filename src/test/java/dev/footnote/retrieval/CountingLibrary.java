package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Articles in memory; counts how often a text is read. */
final class CountingLibrary implements Library {

    private final Map<String, Article> articles = new LinkedHashMap<>();
    private int textsRead;

    int textsRead() {
        return textsRead;
    }

    @Override
    public synchronized Optional<Article> find(String id) {
        textsRead++;
        return Optional.ofNullable(articles.get(id));
    }

    @Override
    public synchronized Optional<ArticleSummary> summary(String id) {
        return Optional.ofNullable(articles.get(id)).map(ArticleSummary::of);
    }

    @Override
    public synchronized List<ArticleSummary> summaries() {
        return articles.values().stream().map(ArticleSummary::of).toList();
    }

    @Override
    public synchronized Optional<Article> findByText(String text) {
        return articles.values().stream()
                .filter(article -> article.text().equals(text))
                .findFirst();
    }

    @Override
    public synchronized List<String> ids() {
        return List.copyOf(articles.keySet());
    }

    @Override
    public synchronized void add(Article article) {
        articles.put(article.id(), article);
    }

    @Override
    public synchronized boolean remove(String id) {
        return articles.remove(id) != null;
    }
}
