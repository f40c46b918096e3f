package dev.footnote.intent;

import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.english.Sentence;
import dev.footnote.passage.ArticleSentences;
import dev.footnote.text.ListMark;
import dev.footnote.text.Span;
import java.util.List;

/** An article's sentences, and how they are cited. */
public final class Sentences {

    private Sentences() {}

    /** The sentences of an article in their order. */
    static List<Sentence> of(Article article) {
        return ArticleSentences.of(article);
    }

    /** A place that certainly says what is said, for it is quoted. */
    static Evidence evidence(Article article, Sentence sentence, Span words) {
        return new Evidence(article, sentence.span(), words, sentence.paragraph(), 1, Support.SUPPORTED, 1);
    }

    /** A piece of a reply that is a sentence without the mark of a list before it; the whole of it is cited. */
    static Reply.Piece entry(Article article, Sentence sentence) {
        int skipped = ListMark.lengthIn(sentence.span().of(article.text()));
        Span words = new Span(sentence.span().start() + skipped, sentence.span().end());
        return new Reply.Piece(words.of(article.text()), List.of(evidence(article, sentence, words)));
    }

    /** A piece of a reply that is a sentence as it stands, cited. */
    static Reply.Piece quoted(Article article, Sentence sentence) {
        return new Reply.Piece(
                sentence.span().of(article.text()), List.of(evidence(article, sentence, sentence.span())));
    }
}
