package dev.footnote.article;

import java.util.List;
import java.util.Optional;

/** The articles that are kept. Implementations are safe for use by several threads; what they return has been kept. */
public interface Library {

    /** The article of that id. */
    Optional<Article> find(String id);

    /** Every article, the oldest first. */
    List<Article> all();

    /** Keeps an article; one of the same id is replaced. On return it survives a crash. */
    void add(Article article);

    /** Forgets an article. Returns whether there was one. On return the removal survives a crash. */
    boolean remove(String id);
}
