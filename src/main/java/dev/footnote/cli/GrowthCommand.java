package dev.footnote.cli;

import dev.footnote.evaluation.growth.GrowthPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how the search grows with the number of passages. */
@Command(
        name = "growth",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Fills indexes of several sizes with the texts of FOLDER and with passages mixed of them, and prints for"
                        + " each what it needs, how long a search takes and whether it finds what answers the questions of the sets."
                        + " Works in temporary folders.")
class GrowthCommand implements Callable<Integer> {

    private static final Path OWN = Path.of("src/test/resources/own");

    @Parameters(paramLabel = "FOLDER", description = "Texts, .txt or .md; folders in it are gone through, too.")
    private Path folder = Path.of("");

    @Option(
            names = "--passages",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,10000,100000",
            description = "How many there are in each index (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--questions",
            paramLabel = "FOLDER",
            description = "Sets asked-NAME.json with their articles, which are put among the others (default:"
                    + " src/test/resources/own if it is there).")
    private @Nullable Path questions;

    @Option(
            names = "--embed",
            paramLabel = "N",
            defaultValue = "2000",
            description = "The most passages of FOLDER that are embedded (default: ${DEFAULT-VALUE}).")
    private int embed;

    @Option(names = "--quantised", description = "Compare vectors of a byte a number instead of four.")
    private boolean quantised;

    @Override
    public Integer call() {
        Path sets = questions == null ? OWN : questions;
        for (Path needed : List.of(folder, sets)) {
            if (!Files.isDirectory(needed)) {
                System.err.println(
                        needed + " is no folder. Name the texts first and the question sets with --questions.");
                return ExitCode.USAGE;
            }
        }
        GrowthPlan plan;
        try {
            plan = new GrowthPlan(folder, sets, sizes, embed, quantised);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        return InProcess.inATemporaryFolder(false, application -> {
            try {
                System.out.print(
                        application.growth().run(plan, System.err::println).print());
                return ExitCode.OK;
            } catch (IOException e) {
                System.err.println(e.getMessage());
                return ExitCode.FAILED;
            }
        });
    }
}
