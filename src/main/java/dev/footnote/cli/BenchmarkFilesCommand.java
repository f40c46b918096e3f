package dev.footnote.cli;

import dev.footnote.article.ArticleReaders;
import dev.footnote.evaluation.FileBenchmark;
import dev.footnote.evaluation.FileReport;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how files are read, whole or damaged. */
@Command(
        name = "benchmark-files",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Reads every file of FOLDER as an upload is read and prints, for each format, how many were read and"
                        + " refused, how long it took and how much memory it needed at most. Nothing is kept.")
class BenchmarkFilesCommand implements Callable<Integer> {

    private static final long MOST_TEXT = 5_000_000;

    /** What the libraries below tell of files that they cannot repair; kept, or its level would be lost. */
    private static final Logger LIBRARIES = Logger.getLogger("org.apache");

    @Parameters(paramLabel = "FOLDER", description = "The files; folders in it are gone through, too.")
    private Path folder = Path.of("");

    @Option(
            names = "--damaged",
            paramLabel = "N",
            description =
                    "Read N damaged copies instead: bits flipped, cut off, blocks repeated, blanked or moved. Fails"
                            + " if one hangs or is neither read nor refused.")
    private int damaged;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Damages the same files in the same way (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws InterruptedException {
        LIBRARIES.setLevel(Level.OFF);
        FileBenchmark benchmark =
                new FileBenchmark(new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(MOST_TEXT))));
        try {
            FileReport report = damaged > 0 ? benchmark.runDamaged(folder, damaged, seed) : benchmark.run(folder);
            System.out.print(report.print());
            return report.isSound() ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            System.err.println("The files of " + folder + " cannot be read: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }
}
