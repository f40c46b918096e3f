package dev.footnote.generation;

import dev.footnote.answer.Certainty;
import java.util.List;

/** How a model's answer ended. Only what an {@link Answered} one says is shown. */
public sealed interface Outcome {

    /**
     * It answered, and at least one sentence of it is supported.
     *
     * @param certainty by its weakest sentence
     * @param warnings what a reader should know of it
     */
    record Answered(Certainty certainty, List<String> warnings) implements Outcome {
        public Answered {
            warnings = List.copyOf(warnings);
        }
    }

    /** It says that the sentences do not answer the question. */
    record NotFound() implements Outcome {}

    /** Nothing it said is supported, or only in part. */
    record Unverified() implements Outcome {}

    /** It gave nothing that can be used. */
    record Failed(Failure failure) implements Outcome {}
}
