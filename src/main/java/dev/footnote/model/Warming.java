package dev.footnote.model;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Ends the start only when both models are open and have computed once: the first computation costs several times the
 * later ones, and no question should pay for it. A model that cannot be opened ends the start with its sentence.
 */
@Singleton
@Startup(Warming.LAST)
class Warming {

    /** The models begin to open before all else starts, the database among it, ... */
    static final int FIRST = 1_000;

    /** ... and are waited for before anything is read or indexed, which starts at Quarkus's 2,500. */
    static final int LAST = 2_400;

    Warming(Encoder encoder, SpanReader reader) {
        encoder.encodeQuestion("Warm?");
        List<List<ScoredSpan>> read = reader.read("Warm?", List.of("Warm."));
        if (read.size() != 1) {
            throw new IllegalStateException("The reader model read one passage as " + read.size());
        }
    }
}
