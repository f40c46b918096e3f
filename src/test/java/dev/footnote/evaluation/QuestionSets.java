package dev.footnote.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** The development sets. */
public final class QuestionSets {

    private QuestionSets() {}

    /** The 55 texts of {@code reading-dev.json}. */
    public static Collection<String> readingTexts() throws IOException {
        return QuestionSet.read(Path.of("src/test/resources/reading-dev.json"))
                .articles()
                .values();
    }
}
