package dev.footnote.reading;

/** How answers are given in a test. */
record GivenReadingConfig(boolean refuse, int suggestedQuestions) implements ReadingConfig {

    static GivenReadingConfig refusing(boolean refuse) {
        return new GivenReadingConfig(refuse, 4);
    }
}
