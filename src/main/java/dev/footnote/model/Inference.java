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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which models compute. One text at a time on one thread, as many threads as configured: many questions
 * at once share the cores in the order in which they came, and none starts threads of its own.
 *
 * <p>Texts are not joined into batches. The models quantise activations with one scale for a whole batch, so that a
 * text's numbers would depend on its neighbours; alone they depend on the text, a cached vector stays true, and no
 * padding is computed. On two cores this is as fast as batches (decision 1 in .github/docs/decisions.md).
 *
 * <p>The models are opened and closed here too: to close one while a thread computes on it ends the whole process.
 */
@Singleton
class Inference {

    /** One text takes a fraction of a second; what takes longer than this does not end by itself. */
    private static final long LAST_TEXT_SECONDS = 5;

    private final ExecutorService threads;
    private final List<OrtSession> open = new CopyOnWriteArrayList<>();

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
    void close() throws OrtException, InterruptedException {
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Future<?> future) {
                future.cancel(true); // else whoever waits for it waits for ever
            }
        }
        if (threads.awaitTermination(LAST_TEXT_SECONDS, TimeUnit.SECONDS)) {
            for (OrtSession session : open) {
                session.close();
            }
        }
    }

    /** Computes all, and returns the results in the order of the tasks. */
    <T> List<T> all(List<Callable<T>> tasks) {
        List<Future<T>> started = new ArrayList<>(tasks.size());
        List<T> results = new ArrayList<>(tasks.size());
        try {
            for (Callable<T> task : tasks) {
                started.add(threads.submit(task));
            }
            for (Future<T> future : started) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            started.forEach(future -> future.cancel(true));
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a model computed", e);
        } catch (CancellationException | RejectedExecutionException e) {
            throw new IllegalStateException("Footnote is stopping", e);
        } catch (ExecutionException e) {
            started.forEach(future -> future.cancel(true));
            throw new IllegalStateException("A model could not compute: " + e.getCause(), e.getCause());
        }
    }

    /** Opens a model on one of the threads, where others can be opened beside it; it is closed with this. */
    Model open(String name, Callable<byte[]> weights) {
        return opening(() -> open(weights.call(), name));
    }

    /** The same, opened on the thread of whoever needs it first. */
    Model openWhenNeeded(String name, Callable<byte[]> weights) {
        return new Model(() -> open(weights.call(), name));
    }

    private Model opening(Callable<OrtSession> how) {
        Model model = new Model(how);
        threads.execute(model);
        return model;
    }

    /**
     * The same, with a tensor that the model computes on its way as one more output.
     *
     * @param inner its name; a model that computes none of that name is opened as it is
     */
    Model open(String name, Callable<byte[]> weights, String inner) {
        return opening(() -> {
            byte[] model = weights.call();
            try {
                return session(InnerOutput.added(model, inner));
            } catch (OrtException e) {
                return open(model, name);
            }
        });
    }

    private OrtSession open(byte[] model, String name) {
        try {
            return session(model);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "The model " + name + " cannot be loaded: " + e.getMessage()
                            + ". Restore the file from the release; it may be damaged.",
                    e);
        }
    }

    private OrtSession session(byte[] model) throws OrtException {
        turnTelemetryOff();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.set_denormal_as_zero", "1");
            if (saturates()) {
                options.addConfigEntry("session.x64quantprecision", "1");
            }
            OrtSession session = OrtEnvironment.getEnvironment().createSession(model, options);
            open.add(session);
            return session;
        } catch (UnsatisfiedLinkError e) {
            throw noNativeLibrary(e);
        }
    }

    private static void turnTelemetryOff() {
        try {
            Telemetry.turnOff();
        } catch (UnsatisfiedLinkError e) {
            throw noNativeLibrary(e);
        }
    }

    private static IllegalStateException noNativeLibrary(UnsatisfiedLinkError e) {
        return new IllegalStateException(
                "ONNX Runtime has no native library for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch")
                        + ". It runs on Linux (x86-64, arm64), macOS (arm64) and Windows (x86-64).",
                e);
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
