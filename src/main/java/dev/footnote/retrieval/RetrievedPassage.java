package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.passage.Passage;

/**
 * A passage that fits a question.
 *
 * @param article as it was when the question was asked
 * @param passage its place there
 * @param score the fused rank, from 0 to 1; 1 means first in both lists
 * @param similarity the cosine of question and passage
 */
public record RetrievedPassage(Article article, Passage passage, double score, double similarity) {

    /** The passage's words. */
    public String text() {
        return passage.span().of(article.text());
    }
}
