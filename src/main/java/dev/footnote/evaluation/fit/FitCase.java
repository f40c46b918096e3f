package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.AskedItem;
import dev.footnote.reading.AskedQuestion;
import dev.footnote.reading.ReadPassage;
import java.util.List;

/**
 * A question with what is right and what was read for it.
 *
 * @param set the article that it was asked of, which is left out as a whole
 * @param source the question set
 * @param item the question and what is right
 * @param question the question as the policy sees it
 * @param read the passages that were read
 * @param weight how much it counts in a fit
 */
record FitCase(
        String set, String source, AskedItem item, AskedQuestion question, List<ReadPassage> read, double weight) {

    FitCase {
        read = List.copyOf(read);
    }
}
