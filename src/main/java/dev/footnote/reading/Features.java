package dev.footnote.reading;

import java.util.List;

/**
 * What tells a right answer from a wrong one.
 *
 * @param margin the answer's, in logits
 * @param lead over the best different answer of another passage, -3 to 10
 * @param leadInPassage over the next best words of its own passage, -3 to 10
 * @param questionLength logarithm of one plus the question's words
 * @param wrongType 1 if the words are not of the kind that the question asks for, else 0
 * @param similarity the cosine of the question and the answer's passage
 * @param bestSimilarity the cosine of the question and the nearest passage
 */
public record Features(
        double margin,
        double lead,
        double leadInPassage,
        double questionLength,
        double wrongType,
        double similarity,
        double bestSimilarity) {

    /** The features' names, in the order of {@link #values()}. */
    public static final List<String> NAMES = List.of(
            "margin", "lead", "lead_in_passage", "question_length", "wrong_type", "similarity", "best_similarity");

    /** In the order of {@link #NAMES}. */
    public double[] values() {
        return new double[] {margin, lead, leadInPassage, questionLength, wrongType, similarity, bestSimilarity};
    }
}
