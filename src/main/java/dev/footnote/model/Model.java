package dev.footnote.model;

import ai.onnxruntime.OrtSession;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A model that is opened once: by the thread that it is given to, or by whoever needs it first where that comes sooner.
 * Others wait for it. Thread-safe.
 */
final class Model implements Runnable {

    private final FutureTask<OrtSession> opening;

    Model(Callable<OrtSession> how) {
        this.opening = new FutureTask<>(how);
    }

    @Override
    public void run() {
        opening.run();
    }

    /**
     * The open model.
     *
     * @throws IllegalStateException if it cannot be opened; the message names it and the remedy
     */
    OrtSession session() {
        run();
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
