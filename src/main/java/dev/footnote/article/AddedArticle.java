package dev.footnote.article;

/**
 * An article as it now is in the library.
 *
 * @param article the article
 * @param isNew whether this call brought it: false where the same text was there already
 */
public record AddedArticle(Article article, boolean isNew) {}
