package dev.footnote.cli;

import dev.footnote.evaluation.QuestionSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The question set that a command was given. */
final class QuestionFile {

    private QuestionFile() {}

    /** The file as it was named if it is there, else the file of that name in the folder {@code footnote.evaluation.sets}. */
    static Path find(Path file) {
        if (Files.exists(file)) {
            return file;
        }
        return ConfigProvider.getConfig()
                .getOptionalValue("footnote.evaluation.sets", Path.class)
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .orElse(file);
    }

    /** The set in a file; empty after a sentence on the error stream if it cannot be read. */
    static Optional<QuestionSet> read(Path file) {
        try {
            return Optional.of(QuestionSet.read(find(file)));
        } catch (IOException e) {
            System.err.println("The question set " + file + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }
}
