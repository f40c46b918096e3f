package dev.footnote.verification;

import java.util.List;

/**
 * What tells a claim that sentences support from one that they do not.
 *
 * @param margin the reader's, in logits, when the claim itself stands in the question's place
 * @param similarity the cosine of the claim and the sentences
 * @param strangeTerms how many names, numbers and dates of the claim are not in the sentences, at most 3
 * @param negation 1 if one side denies what the other says, as far as its words tell
 */
public record Features(double margin, double similarity, double strangeTerms, double negation) {

    /** The features' names, in the order of {@link #values()}. */
    public static final List<String> NAMES = List.of("margin", "similarity", "strange_terms", "negation");

    /** In the order of {@link #NAMES}. */
    public double[] values() {
        return new double[] {margin, similarity, strangeTerms, negation};
    }
}
