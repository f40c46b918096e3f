package dev.footnote.model;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Delays readiness until both models are open and have computed once: the first computation takes several times as
 * long as later ones, and no question should wait for it. If a model cannot be opened, the process ends with a
 * sentence that says why.
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
