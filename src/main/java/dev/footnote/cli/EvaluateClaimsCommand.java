package dev.footnote.cli;

import dev.footnote.evaluation.ClaimSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Weighs claims and prints how well right and wrong ones were distinguished. */
@Command(
        name = "evaluate-claims",
        mixinStandardHelpOptions = true,
        description = "Weighs every claim of FILE against its sentences and prints how well right and wrong ones were"
                + " told apart, then every miss. Works in a temporary folder.")
class EvaluateClaimsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "A JSON list of claims with their evidence, or a question set, of which claims are made.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Path claims = QuestionFile.find(file);
        boolean withSeeds;
        try {
            withSeeds = ClaimSet.needsSeeds(claims);
        } catch (IOException e) {
            System.err.println("The claims " + file + " cannot be read: " + e.getMessage());
            return ExitCode.FAILED;
        }
        return InProcess.inATemporaryFolder(withSeeds, application -> {
            System.out.println(application
                    .claimEvaluation()
                    .run(claims, new ProgressLine(System.err, "weighed"))
                    .print());
            return ExitCode.OK;
        });
    }
}
