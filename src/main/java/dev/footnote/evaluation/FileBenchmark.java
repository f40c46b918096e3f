package dev.footnote.evaluation;

import dev.footnote.article.ArticleReaders;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.evaluation.FileTrial.FileOutcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads files, one after another, as an upload is read, and measures what each takes. Nothing is kept. */
public class FileBenchmark {

    /** A reader that needs more of the processor, or ten times as long in all, hangs. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int LINES_OF_A_TRACE = 12;

    private final ArticleReaders readers;
    private final List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .collect(Collectors.toList());

    public FileBenchmark(ArticleReaders readers) {
        this.readers = readers;
    }

    /** Reads every file of a folder and of those in it, once, each with a clean heap. */
    public FileReport run(Path folder) throws IOException, InterruptedException {
        List<Path> files = files(folder);
        if (!files.isEmpty()) {
            // What is loaded at the first file of all is no file's.
            trial(files.get(0), Files.readAllBytes(files.get(0)));
        }
        List<FileTrial> trials = new ArrayList<>();
        for (Path file : files) {
            System.gc();
            trials.add(trial(file, Files.readAllBytes(file)));
        }
        return new FileReport(trials);
    }

    /**
     * Reads damaged copies of the files of a folder, each format as often as every other.
     *
     * @param count how many copies
     * @param seed the same seed makes the same copies of the same files
     */
    public FileReport runDamaged(Path folder, int count, long seed) throws IOException, InterruptedException {
        List<List<Path>> formats = List.copyOf(files(folder).stream()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replaceFirst("^.*\\.", "")))
                .values());
        FileDamage damage = new FileDamage(seed);
        List<FileTrial> trials = new ArrayList<>();
        for (int i = 0; i < count && !formats.isEmpty(); i++) {
            List<Path> files = formats.get(i % formats.size());
            Path file = files.get(i / formats.size() % files.size());
            trials.add(trial(file, damage.of(Files.readAllBytes(file))));
        }
        return new FileReport(trials);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private FileTrial trial(Path file, byte[] content) throws InterruptedException {
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        FutureTask<Measured> task =
                new FutureTask<>(() -> read(file.getFileName().toString(), content));
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        long start = System.nanoTime();
        thread.start();
        Measured measured;
        try {
            measured = awaited(task, thread, start);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            measured =
                    new Measured(FileOutcome.FAILED, cause + System.lineSeparator() + trace(cause.getStackTrace()), 0);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new FileTrial(
                file,
                content.length,
                measured.outcome(),
                measured.detail(),
                seconds,
                measured.processorSeconds(),
                Math.max(0, peak - before));
    }

    /** On a busy machine the clock says little: what counts is for how long the processor worked. */
    private static Measured awaited(FutureTask<Measured> task, Thread thread, long start)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return task.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                long worked = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
                if (worked > LONGEST.toNanos() || System.nanoTime() - start > 10 * LONGEST.toNanos()) {
                    return new Measured(FileOutcome.HUNG, trace(thread.getStackTrace()), worked / 1e9);
                }
            }
        }
    }

    private record Measured(FileOutcome outcome, @Nullable String detail, double processorSeconds) {}

    private Measured read(String name, byte[] content) {
        FileOutcome outcome;
        try {
            readers.read(name, content);
            outcome = FileOutcome.READ;
        } catch (UnreadableArticleException e) {
            outcome = FileOutcome.REFUSED;
        }
        return new Measured(outcome, null, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9);
    }

    private static String trace(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .limit(LINES_OF_A_TRACE)
                .map(frame -> "    at " + frame)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
