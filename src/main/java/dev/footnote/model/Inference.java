package dev.footnote.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which models compute. One text at a time on one thread, as many threads as configured: many questions
 * at once share the cores in the order in which they came, and none starts threads of its own.
 *
 * <p>Texts are not joined into batches. The models quantise activations with one scale for a whole batch, so that a
 * text's numbers would depend on its neighbours; alone they depend on the text, a cached vector stays true, and no
 * padding is computed. On two cores this is as fast as batches (the README has the figures).
 */
@Singleton
class Inference {

    private final ExecutorService threads;

    Inference(ModelConfig config) {
        int count = Math.max(
                1, config.threads().orElseGet(() -> Runtime.getRuntime().availableProcessors()));
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "inference-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Computes all, and returns the results in the order of the tasks. */
    <T> List<T> all(List<Callable<T>> tasks) {
        List<Future<T>> started = new ArrayList<>(tasks.size());
        for (Callable<T> task : tasks) {
            started.add(threads.submit(task));
        }
        List<T> results = new ArrayList<>(tasks.size());
        try {
            for (Future<T> future : started) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            started.forEach(future -> future.cancel(true));
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a model computed", e);
        } catch (ExecutionException e) {
            started.forEach(future -> future.cancel(true));
            throw new IllegalStateException("A model could not compute: " + e.getCause(), e.getCause());
        }
    }

    static OrtSession open(byte[] model, String name) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.set_denormal_as_zero", "1");
            if (saturates()) {
                options.addConfigEntry("session.x64quantprecision", "1");
            }
            return OrtEnvironment.getEnvironment().createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "The model " + name + " cannot be loaded: " + e.getMessage()
                            + ". Restore the file from the release; it may be damaged.",
                    e);
        } catch (UnsatisfiedLinkError e) {
            throw new IllegalStateException(
                    "ONNX Runtime has no native library for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch")
                            + ". It runs on Linux (x86-64, arm64), macOS (arm64) and Windows (x86-64).",
                    e);
        }
    }

    /**
     * Whether products of 8-bit integers overflow here. They do on x86-64 without the VNNI instructions, unless ONNX
     * Runtime is told to be precise, which costs 2.2 times the time; so where VNNI cannot be seen, it is told.
     */
    private static boolean saturates() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
            return false;
        }
        try {
            return !Files.readString(Path.of("/proc/cpuinfo")).contains("vnni");
        } catch (IOException e) {
            return true;
        }
    }
}
