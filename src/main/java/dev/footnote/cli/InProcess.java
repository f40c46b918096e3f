package dev.footnote.cli;

import dev.footnote.application.Articles;
import dev.footnote.application.Assistant;
import dev.footnote.evaluation.AskedEvaluation;
import dev.footnote.evaluation.Benchmark;
import dev.footnote.evaluation.ClaimEvaluation;
import dev.footnote.evaluation.Evaluation;
import dev.footnote.evaluation.fit.Fitting;
import dev.footnote.evaluation.growth.Growth;
import dev.footnote.home.DataFolder;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs a command on the application itself, started in this process without its HTTP server. */
class InProcess implements QuarkusApplication {

    /** What a command does with the application once the articles are ready. Returns the exit code. */
    @FunctionalInterface
    interface Work {
        int run(Application application) throws Exception;
    }

    /** The parts of the application that commands use. */
    record Application(
            Assistant assistant,
            Articles articles,
            Evaluation evaluation,
            AskedEvaluation askedEvaluation,
            Fitting fitting,
            ClaimEvaluation claimEvaluation,
            Benchmark benchmark,
            Growth growth) {}

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int MOST_LOOKS = 1200;

    /** Quarkus makes the instance itself, so what it is to do is handed over here; there is one command a process. */
    private static volatile @Nullable Work work;

    /** Whether the command measures the whole library, and so waits for all of it, however long that takes. */
    private static volatile boolean waits;

    private final Application application;

    @Inject
    InProcess(
            Assistant assistant,
            Articles articles,
            Evaluation evaluation,
            AskedEvaluation askedEvaluation,
            Fitting fitting,
            ClaimEvaluation claimEvaluation,
            Benchmark benchmark,
            Growth growth) {
        this.application = new Application(
                assistant, articles, evaluation, askedEvaluation, fitting, claimEvaluation, benchmark, growth);
    }

    /** Over the articles of {@code seeds/} and those that were added, in the configured data folder. */
    static int overTheLibrary(Work work) {
        waits = false;
        return start(work);
    }

    /** Over an empty library, or over that of {@code seeds/} alone, in a folder that is deleted afterwards. */
    static int inATemporaryFolder(boolean withSeeds, Work work) {
        return inATemporaryFolder(withSeeds, false, work);
    }

    /** Over an empty library in a folder that is deleted afterwards, with the HTTP server on a port that is free. */
    static int withAServerInATemporaryFolder(Work work) {
        return inATemporaryFolder(false, true, work);
    }

    private static int inATemporaryFolder(boolean withSeeds, boolean serves, Work work) {
        Path folder;
        try {
            folder = Files.createTempDirectory("footnote");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder can be made", e);
        }
        System.setProperty("footnote.data", folder.toString());
        // A database and an index on servers are those of the configured library, not of this one.
        System.setProperty("footnote.store.url", "");
        System.setProperty("footnote.index.engine", "lucene");
        System.setProperty("footnote.ingestion.watch-every", "0s");
        if (!withSeeds) {
            System.setProperty("footnote.ingestion.seeds", "false");
        }
        waits = true;
        try {
            return start(work, serves);
        } finally {
            delete(folder);
        }
    }

    /** As {@link #overTheLibrary}, with the HTTP server on a port of this machine that is free. */
    static int withItsServer(Work work) {
        waits = false;
        return start(work, true);
    }

    /** The server of this process, once it listens. */
    static URI ownServer() throws IOException, InterruptedException {
        for (int i = 0; i < MOST_LOOKS; i++) {
            Optional<URI> own = DataFolder.runningServer(ConfiguredFolder.data());
            if (own.isPresent()) {
                return own.get();
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        throw new IOException("The server did not begin to listen.");
    }

    private static int start(Work toDo) {
        return start(toDo, false);
    }

    private static int start(Work toDo, boolean serves) {
        work = toDo;
        System.setProperty("quarkus.http.host-enabled", String.valueOf(serves));
        if (serves) {
            System.setProperty("quarkus.http.host", "127.0.0.1");
            System.setProperty("quarkus.http.port", "0");
        }
        System.setProperty("quarkus.log.level", "ERROR");
        System.setProperty("quarkus.log.console.stderr", "true");
        AtomicInteger code = new AtomicInteger(ExitCode.FAILED);
        Quarkus.run(InProcess.class, (exit, failure) -> {
            if (failure != null) {
                System.err.println(FailureMessage.sentence(failure));
            }
            code.set(failure == null ? exit : ExitCode.FAILED);
        });
        return code.get();
    }

    @Override
    public int run(String... arguments) throws Exception {
        Work toDo = work;
        if (toDo == null) {
            return ExitCode.FAILED;
        }
        if (waits) {
            application.articles().awaitReady();
        }
        return toDo.run(application);
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.err.println("The temporary folder " + folder + " could not be deleted: " + e.getMessage());
        }
    }
}
