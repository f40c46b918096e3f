package dev.footnote.cli;

/** What a command's process ends with. */
final class ExitCode {

    /** Done; of {@code ask}: answered. */
    static final int OK = 0;
    /** The article does not say. */
    static final int NOT_IN_THE_ARTICLE = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** It could not be done; the message says why. */
    static final int FAILED = 3;

    private ExitCode() {}
}
