package dev.footnote.reading;

import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.engine.Evidence;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.text.Span;
import org.jspecify.annotations.Nullable;

/** A part of a question, the passages that were read for it, and what the policy makes of them. */
record ReadPart(PartRetrieval part, Assessed assessed) {

    /** The article that holds a sentence. */
    Article article(RankedSentence sentence) {
        return part.passages().stream()
                .map(RetrievedPassage::article)
                .filter(each -> each.id().equals(sentence.articleId()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A sentence as what something stands on.
     *
     * @param words the answer's own words in it, a place in the article; null if none are
     * @param score how likely it holds the answer
     * @param support how far it carries what is said
     * @param supportScore the probability that it does
     */
    Evidence evidence(
            RankedSentence sentence, @Nullable Span words, double score, Support support, double supportScore) {
        return new Evidence(
                article(sentence),
                sentence.place(),
                words,
                sentence.read().passage().paragraph(),
                score,
                support,
                supportScore);
    }
}
