package dev.footnote.intent;

import dev.footnote.model.Encoder;

/** Summaries for tests that need no container. */
public final class Summaries {

    private Summaries() {}

    public static Summary with(Encoder encoder) {
        return new Summary(encoder);
    }
}
