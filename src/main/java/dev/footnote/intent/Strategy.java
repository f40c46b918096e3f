package dev.footnote.intent;

import dev.footnote.engine.Reply;
import java.util.Optional;

/**
 * One way to deal with what is typed, other than reading for an answer. It says nothing where the question is not for
 * it. Implementations are safe for use by several threads.
 */
public interface Strategy {

    /** What it says before anything is read; empty leaves the question to the next. */
    default Optional<Reply> beforeReading(Asked asked) {
        return Optional.empty();
    }

    /** What it says where reading found no confident answer; empty leaves the question to the next. */
    default Optional<Reply> whenNothingFound(Asked asked) {
        return Optional.empty();
    }

    /** Whether a language model that is given the sentences may say it instead, and better: it only has to write. */
    default boolean isForWriter() {
        return false;
    }
}
