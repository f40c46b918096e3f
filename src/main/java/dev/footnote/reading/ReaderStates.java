package dev.footnote.reading;

import dev.footnote.model.LogisticModel;
import dev.footnote.model.PassageScores;

/**
 * How likely what was read answers the question, learned from examples, from nothing but the {@linkplain
 * PassageScores#state() state} that the reader is in after it. The reader's own scores were trained on questions of
 * other kinds than people type; what it has understood of these is in its state.
 *
 * @param passage for a passage with what stands around it
 * @param sentence for a sentence that was read alone
 */
public record ReaderStates(LogisticModel passage, LogisticModel sentence) {

    /** States that say nothing. */
    public static final ReaderStates NONE = new ReaderStates(LogisticModel.SILENT, LogisticModel.SILENT);

    /** The logarithm of the odds that a passage answers; see {@link PassageScores#odds}. */
    double ofPassage(PassageScores scores) {
        return scores.odds(passage);
    }

    /** The logarithm of the odds that a sentence that was read alone answers; see {@link PassageScores#odds}. */
    double ofSentence(PassageScores scores) {
        return scores.odds(sentence);
    }
}
