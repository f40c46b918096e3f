package dev.footnote.evaluation;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of one file went.
 *
 * @param file the file, or the one of which it is a damaged copy
 * @param size its size in bytes
 * @param outcome what came of it
 * @param detail what was thrown that should not have been, or where reading hung; null where all is well
 * @param seconds how long it took
 * @param processorSeconds how much of that the processor worked for it
 * @param heap the most memory that was in use meanwhile above what was before, in bytes; garbage counts until it is collected
 */
record FileTrial(
        Path file,
        int size,
        FileOutcome outcome,
        @Nullable String detail,
        double seconds,
        double processorSeconds,
        long heap) {

    /** What may come of a file. */
    enum FileOutcome {
        READ,
        /** With a sentence that says why. */
        REFUSED,
        /** With anything else: the server would answer 500, or die. */
        FAILED,
        /** Not done within the time that is given. */
        HUNG
    }

    /** The ending of its name. */
    String format() {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
