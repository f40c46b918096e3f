package dev.footnote.generation;

import dev.footnote.article.Article;
import dev.footnote.english.Sentence;

/**
 * A sentence that is given to a model.
 *
 * @param article as it was when the question was asked
 * @param sentence its place there
 */
record NumberedSentence(Article article, Sentence sentence) {

    /** The sentence as it stands in the article. */
    String text() {
        return sentence.span().of(article.text());
    }
}
