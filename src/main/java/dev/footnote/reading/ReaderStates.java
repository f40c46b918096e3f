package dev.footnote.reading;

import dev.footnote.model.LogisticModel;
import dev.footnote.model.PassageScores;
import java.util.List;

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
    public static final ReaderStates NONE = new ReaderStates(silent(), silent());

    private static final double MOST = 8;

    private static LogisticModel silent() {
        return new LogisticModel(List.of(), List.of(), 0);
    }

    /** The logarithm of the odds that a passage answers; 0 where nothing is known. */
    double ofPassage(PassageScores scores) {
        return odds(passage, scores);
    }

    /** The logarithm of the odds that a sentence that was read alone answers; 0 where nothing is known. */
    double ofSentence(PassageScores scores) {
        return odds(sentence, scores);
    }

    private static double odds(LogisticModel model, PassageScores scores) {
        float[] state = scores.state();
        // Another reader than the one that they were fitted for may give none, or another one.
        return state.length == 0 || state.length != model.weights().size()
                ? 0
                : Math.max(-MOST, Math.min(MOST, model.odds(state)));
    }
}
