package dev.footnote.evaluation.fit;

/** What kind of question set a question comes from; figures of different kinds are not mixed. */
enum SetFamily {
    /** Short facts over the articles in {@code seeds/}. */
    SEED("questions-dev"),
    /** What people type, over articles that the figures of answering are published of. */
    ASKED("asked"),
    /** What people type, over articles of our own that are there to learn from. */
    EXAMPLES("examples"),
    /** Public questions over many texts, each asked once more with its paragraph withheld. */
    READING("reading-dev");

    private final String title;

    SetFamily(String title) {
        this.title = title;
    }

    /** The name in a report. */
    String title() {
        return title;
    }

    /** Whether such questions are what people type, so that thresholds are chosen on them. */
    boolean isTyped() {
        return this == ASKED || this == EXAMPLES;
    }
}
