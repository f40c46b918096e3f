package dev.footnote.cli;

import dev.footnote.evaluation.fit.Fitting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fits the parameters of answering and of the check. */
@Command(
        name = "fit",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Fits every parameter of answering and of the check that depends on the reader, prints how good they are on articles"
                        + " that were left out of the fit, and writes them. Works in a temporary folder.")
class FitCommand implements Callable<Integer> {

    @Option(
            names = "--sets",
            required = true,
            paramLabel = "FOLDER",
            description =
                    "The question sets: asked-NAME.json with their articles beside them, in articles/ or in another"
                            + " folder of it; questions-dev.json over seeds/; reading-dev.json.")
    private Path sets = Path.of("");

    @Option(
            names = "--examples",
            paramLabel = "FOLDER",
            defaultValue = "src/test/resources/examples",
            description = "More sets to learn from, over articles of our own (default: ${DEFAULT-VALUE}).")
    private Path examples = Path.of("");

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            defaultValue = "src/test/resources/claims-changed.json",
            description = "Claims that people wrote over sentences (default: ${DEFAULT-VALUE}).")
    private Path claims = Path.of("");

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Where what the reader said is kept for the next time (default: footnote-fit in the system's"
                    + " folder for temporary files).")
    private Path cache = Path.of(System.getProperty("java.io.tmpdir"), "footnote-fit");

    @Option(
            names = "--reader",
            paramLabel = "OTHER",
            description =
                    "Another reader; its figures are printed after those of the one in use. Nothing of it is written.")
    private @Nullable Path reader;

    @Option(
            names = "--write",
            paramLabel = "FOLDER",
            defaultValue = "embeddings",
            description = "Where to write the parameters (default: ${DEFAULT-VALUE}).")
    private Path target = Path.of("");

    @Override
    public Integer call() {
        return InProcess.inATemporaryFolder(true, application -> {
            try {
                Fitting.Fitted fitted = application
                        .fitting()
                        .fit(sets, examples, claims, cache, Optional.ofNullable(reader), System.err::println);
                System.out.println(fitted.report());
                fitted.write(target).forEach(file -> System.out.println("written to " + file));
                return ExitCode.OK;
            } catch (IOException e) {
                System.err.println(e.getMessage());
                return ExitCode.FAILED;
            }
        });
    }
}
