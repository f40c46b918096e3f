package dev.footnote.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.footnote.evaluation.ClaimCalibration;
import dev.footnote.verification.VerificationModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits the parameters of verification. */
@Command(
        name = "calibrate-claims",
        mixinStandardHelpOptions = true,
        description =
                "Fits how support follows from what a claim and its sentences have in common, prints how good the fit"
                        + " is on texts held out of it, and writes the parameters. Works in a temporary folder.")
class CalibrateClaimsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A question set that brings its own articles.")
    private Path file = Path.of("");

    @Option(
            names = "--write",
            paramLabel = "PARAMETERS",
            defaultValue = "embeddings/" + VerificationModel.FILE,
            description = "Where to write (default: ${DEFAULT-VALUE}).")
    private Path target = Path.of("");

    @Override
    public Integer call() {
        Optional<Boolean> ownArticles =
                QuestionFile.read(file).map(set -> !set.articles().isEmpty());
        if (ownArticles.isEmpty()) {
            return ExitCode.FAILED;
        }
        if (!ownArticles.get()) {
            System.err.println(file + " brings no articles of its own; only such a set can be calibrated on.");
            return ExitCode.FAILED;
        }
        return InProcess.inATemporaryFolder(false, application -> {
            ClaimCalibration.Result result = application
                    .claimCalibration()
                    .fit(QuestionFile.find(file), new ProgressLine(System.err, "compared"));
            System.out.println(result.report());
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(target.toFile(), result.model());
            System.out.println("written to " + target);
            return ExitCode.OK;
        });
    }
}
