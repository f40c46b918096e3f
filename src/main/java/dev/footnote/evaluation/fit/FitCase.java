package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.AskedItem;
import dev.footnote.reading.AskedQuestion;
import dev.footnote.reading.ReadPassage;
import java.util.List;

/**
 * A question, or one of the parts of a question that asks for several things, with what is right and what was read for
 * it.
 *
 * @param set the article that it was asked of, which is left out as a whole
 * @param family where the question comes from
 * @param source the question set
 * @param whole the question as it was asked, and what is right
 * @param item what is right for this part of it; the same where it has no parts
 * @param question the question as the policy sees it
 * @param read the passages that were read
 * @param weight how much it counts in a fit
 */
record FitCase(
        String set,
        SetFamily family,
        String source,
        AskedItem whole,
        AskedItem item,
        AskedQuestion question,
        List<ReadPassage> read,
        double weight) {

    FitCase {
        read = List.copyOf(read);
    }

    /** Whether it is one of the public questions over many texts. */
    boolean isOfReading() {
        return family == SetFamily.READING;
    }
}
