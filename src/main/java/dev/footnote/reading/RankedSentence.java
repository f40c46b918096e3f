package dev.footnote.reading;

import dev.footnote.model.ScoredSpan;
import dev.footnote.model.Stance;
import dev.footnote.text.Span;

/**
 * A sentence that may answer a question, and how likely it does.
 *
 * @param articleId the article that holds it
 * @param read the passage that it was read in
 * @param place its place in the article
 * @param words its best words, their place counted in the article, and their margin
 * @param share how likely it is the one that answers, among all candidates and none
 * @param answers how likely it answers by itself
 * @param stance what it says to the question, if that is a yes/no question or a claim; of the likeliest three it is what the
 *     sentence says alone, of others what their passage says
 */
public record RankedSentence(
        String articleId, ReadPassage read, Span place, ScoredSpan words, double share, double answers, Stance stance) {

    /** The text of the sentence. */
    public String text() {
        return place.of(read.article().text());
    }

    /** The text of its best words. */
    public String saidWords() {
        return words.span().of(read.article().text());
    }
}
