package dev.footnote.reading;

import dev.footnote.model.PassageScores;
import java.util.List;

/** Reads texts for a question, as {@link dev.footnote.model.SpanReader#score} does. */
@FunctionalInterface
public interface SentenceReading {

    /**
     * Reads each text with what stands before it.
     *
     * @return for each text, in their order, what the reader says of it
     */
    List<PassageScores> score(String question, List<String> surroundings, List<String> texts);
}
