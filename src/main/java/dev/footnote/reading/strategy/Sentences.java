package dev.footnote.reading.strategy;

import dev.footnote.answer.Evidence;
import dev.footnote.answer.Reply;
import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.article.Span;
import dev.footnote.passage.ArticleSentences;
import dev.footnote.passage.Sentence;
import java.util.List;

/** An article's sentences, and how they are cited. */
final class Sentences {

    private Sentences() {}

    /** In their order. */
    static List<Sentence> of(Article article) {
        return ArticleSentences.of(article);
    }

    /** A place that certainly says what is said, for it is quoted. */
    static Evidence evidence(Article article, Sentence sentence, Span words) {
        return new Evidence(article, sentence.span(), words, sentence.paragraph(), 1, Support.SUPPORTED, 1);
    }

    /** A sentence, said as it stands. */
    static Reply.Piece quoted(Article article, Sentence sentence) {
        return new Reply.Piece(
                sentence.span().of(article.text()), List.of(evidence(article, sentence, sentence.span())));
    }
}
