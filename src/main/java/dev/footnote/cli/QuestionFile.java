package dev.footnote.cli;

import dev.footnote.evaluation.QuestionSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The question set that a command was given. */
final class QuestionFile {

    private QuestionFile() {}

    /** The set in a file; empty after a sentence on the error stream if it cannot be read. */
    static Optional<QuestionSet> read(Path file) {
        try {
            return Optional.of(QuestionSet.read(file));
        } catch (IOException e) {
            System.err.println("The question set " + file + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }
}
