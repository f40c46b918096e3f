package dev.footnote.reading;

import dev.footnote.model.PassageScores;
import dev.footnote.passage.Passage;
import dev.footnote.text.Span;

/**
 * A passage that was read for a question.
 *
 * @param articleId the article that holds it
 * @param article what is known of that article
 * @param passage its place there
 * @param rank its fused rank from retrieval, 0 to 1
 * @param similarity the cosine of question and passage
 * @param scores what the reader said of it; their places count from the passage's start
 */
public record ReadPassage(
        String articleId, ArticleWords article, Passage passage, double rank, double similarity, PassageScores scores) {

    /** The text of the passage. */
    public String text() {
        return passage.span().of(article.text());
    }

    /** A place in the passage, counted from its start, as a place in the article. */
    Span inArticle(Span place) {
        return place.shifted(passage.span().start());
    }

    /** A place in the article, counted from the passage's start. */
    Span inPassage(Span place) {
        return new Span(
                place.start() - passage.span().start(),
                place.end() - passage.span().start());
    }
}
