package dev.footnote.verification;

import java.util.List;

/**
 * What tells a claim that sentences support from one that they do not.
 *
 * @param margin the reader's, in logits, when the claim itself stands in the question's place, -8 to 12
 * @param similarity the cosine of the claim and the sentences
 * @param uncovered the share of the claim's other words of meaning that the sentences lack
 * @param strangeNames how many names of the claim are not in the sentences, at most 2; a name in part counts half
 * @param strangeOpening 1 if the claim begins with a capitalised word, perhaps a name, that is not in the sentences
 * @param strangeNumbers how many numbers of the claim are not in the sentences, at most 2
 * @param strangeDates how many days, months and years of the claim are not in the sentences, at most 2
 * @param denied 1 if one side denies what the other says
 * @param denies 1 if the claim denies something and the sentences nothing
 * @param contradiction the margin, 0 to 10, of the surest other term that the claim does not have and the reader
 *     names when asked for one of its own
 * @param swapped the margin, 0 to 10, with which the reader names another term of the claim when asked for the first one, or
 *     each of two when asked for the other
 * @param swapped the margin, 0 to 10, with which the reader names another term of the claim where it has its first one
 * @param agreement the share of the claim's terms that the reader names too when asked for them; a half without any
 * @param otherwise 1 if the reader's answer to the question is not in the claim; 0 without a question
 */
public record Features(
        double margin,
        double similarity,
        double uncovered,
        double strangeNames,
        double strangeOpening,
        double strangeNumbers,
        double strangeDates,
        double denied,
        double denies,
        double contradiction,
        double swapped,
        double agreement,
        double otherwise) {

    /** The features' names, in the order of {@link #values()}. */
    public static final List<String> NAMES = List.of(
            "margin",
            "similarity",
            "uncovered",
            "strange_names",
            "strange_opening",
            "strange_numbers",
            "strange_dates",
            "denied",
            "denies",
            "contradiction",
            "swapped",
            "agreement",
            "otherwise");

    /** In the order of {@link #NAMES}. */
    public double[] values() {
        return new double[] {
            margin,
            similarity,
            uncovered,
            strangeNames,
            strangeOpening,
            strangeNumbers,
            strangeDates,
            denied,
            denies,
            contradiction,
            swapped,
            agreement,
            otherwise
        };
    }
}
