package dev.footnote.article;

import java.util.List;
import java.util.Optional;

/** The articles that are kept. Implementations are safe for use by several threads; what they return has been kept. */
public interface Library {

    /** The article of that id, with its text, which may have to be read from disk. */
    Optional<Article> find(String id);

    /** What is known of the article of that id but its text. Costs little. */
    Optional<ArticleSummary> summary(String id);

    /** What is known of every article but its text, the oldest first. Costs little, however long they are. */
    List<ArticleSummary> summaries();

    /** The article of exactly that text; of several the oldest. */
    Optional<Article> findByText(String text);

    /** The ids of all articles, the oldest first. Costs little, however many and long they are. */
    List<String> ids();

    /** Keeps an article; one of the same id is replaced. On return it survives a crash. */
    void add(Article article);

    /** As {@link #add}, but nothing happens where there is an article of that id already. Returns whether there was none. */
    default boolean addNew(Article article) {
        if (summary(article.id()).isPresent()) {
            return false;
        }
        add(article);
        return true;
    }

    /** Forgets an article. Returns whether there was one. On return the removal survives a crash. */
    boolean remove(String id);
}
