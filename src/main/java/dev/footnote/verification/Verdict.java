package dev.footnote.verification;

import dev.footnote.answer.Support;
import org.jspecify.annotations.Nullable;

/**
 * Whether sentences support a claim, and how surely.
 *
 * @param support in a word
 * @param score the probability that the sentences support the claim, 0 to 1
 * @param instead what the sentences say where the claim says something else, letter for letter; null where that is not
 *     known, and for a supported claim
 */
public record Verdict(Support support, double score, @Nullable String instead) {

    public Verdict {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score is a probability, not " + score);
        }
    }
}
