package dev.footnote.retrieval;

import java.io.IOException;
import java.nio.file.Path;

/** The real index of a folder, for tests that need no container. */
public final class Indexes {

    private Indexes() {}

    /** Opens it, making it if need be. */
    public static PassageIndex open(Path folder) {
        return new LucenePassageIndex(folder);
    }

    /** Closes what {@link #open} has opened. */
    public static void close(PassageIndex index) throws IOException {
        ((LucenePassageIndex) index).close();
    }
}
