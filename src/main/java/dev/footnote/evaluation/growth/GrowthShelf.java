package dev.footnote.evaluation.growth;

import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The articles of a measurement: the real ones in memory; the mixed ones are mixed anew whenever one is read. */
final class GrowthShelf implements Library {

    private final Map<String, Article> real = new LinkedHashMap<>();
    private final MixedArticles mixed;

    GrowthShelf(List<EmbeddedArticle> real, MixedArticles mixed) {
        real.forEach(each -> this.real.put(each.article().id(), each.article()));
        this.mixed = mixed;
    }

    @Override
    public Optional<Article> find(String id) {
        return MixedArticles.isMixed(id) ? Optional.of(mixed.article(id)) : Optional.ofNullable(real.get(id));
    }

    @Override
    public Optional<ArticleSummary> summary(String id) {
        return find(id).map(ArticleSummary::of);
    }

    /** The summaries of the real articles; mixed ones have none. */
    @Override
    public List<ArticleSummary> summaries() {
        return real.values().stream().map(ArticleSummary::of).toList();
    }

    /** Looks among the real articles only. */
    @Override
    public Optional<Article> findByText(String text) {
        return real.values().stream()
                .filter(article -> article.text().equals(text))
                .findFirst();
    }

    /** The ids of the real articles. */
    @Override
    public List<String> ids() {
        return List.copyOf(real.keySet());
    }

    @Override
    public void add(Article article) {
        throw new UnsupportedOperationException("The articles of a measurement do not change: " + article.id());
    }

    @Override
    public boolean remove(String id) {
        throw new UnsupportedOperationException("The articles of a measurement do not change: " + id);
    }
}
