package dev.footnote.engine;

import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place in an article that something stands on, before it is numbered.
 *
 * @param article as it was read
 * @param place the sentence or sentences
 * @param words the answer's own words there; null if it does not quote
 * @param paragraph of the article, from 1
 * @param score from 0 to 1, how likely this sentence holds the answer
 * @param support how far it carries what is said
 * @param supportScore the probability that it does
 */
public record Evidence(
        Article article,
        Span place,
        @Nullable Span words,
        int paragraph,
        double score,
        Support support,
        double supportScore) {

    public Evidence {
        if (place.end() > article.text().length()) {
            throw new IllegalArgumentException("The place " + place + " is not in the article " + article.id());
        }
        if (words != null && !place.contains(words)) {
            throw new IllegalArgumentException("The words " + words + " are not in the cited place " + place);
        }
    }
}
