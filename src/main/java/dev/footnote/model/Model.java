package dev.footnote.model;

import ai.onnxruntime.OrtSession;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A model that is being opened while other things start. Whoever needs it first waits for it. Thread-safe. */
final class Model {

    private final Future<OrtSession> opening;

    Model(Future<OrtSession> opening) {
        this.opening = opening;
    }

    /**
     * The open model.
     *
     * @throws IllegalStateException if it cannot be opened; the message names it and the remedy
     */
    OrtSession session() {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            // What the opening said is the sentence that the start ends with.
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A model could not be opened: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a model was opened", e);
        }
    }
}
