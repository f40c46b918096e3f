package dev.footnote.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Question sets of other people, which are no part of this project. */
public final class QuestionSets {

    private static final String PROPERTY = "footnote.evaluation.sets";

    private QuestionSets() {}

    /**
     * A file in the folder that the system property {@code footnote.evaluation.sets} names. Where it is not there, the
     * calling test is skipped and says so.
     */
    public static Path file(String name) {
        String folder = System.getProperty(PROPERTY, "");
        Path file = Path.of(folder, name);
        boolean there = !folder.isEmpty() && Files.isReadable(file);
        if (!there) {
            System.out.println("Skipped, for want of " + name + ": no folder with it is named by -D" + PROPERTY + ".");
        }
        assumeTrue(there, () -> name + " is not in the folder that -D" + PROPERTY + " names");
        return file;
    }

    /** The 55 texts of {@code reading-dev.json}. */
    public static Collection<String> readingTexts() throws IOException {
        return QuestionSet.read(file("reading-dev.json")).articles().values();
    }
}
