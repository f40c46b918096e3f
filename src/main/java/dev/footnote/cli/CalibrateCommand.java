package dev.footnote.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.footnote.evaluation.Calibration;
import dev.footnote.evaluation.QuestionSet;
import dev.footnote.reading.ConfidenceModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits the parameters of confidence. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description =
                "Fits how confidence follows from what the reader saw, prints how good the fit is on texts held out"
                        + " of it, and writes the parameters. Works in a temporary folder.")
class CalibrateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A question set that brings its own articles.")
    private Path file = Path.of("");

    @Option(
            names = "--write",
            paramLabel = "PARAMETERS",
            defaultValue = "embeddings/" + ConfidenceModel.FILE,
            description = "Where to write (default: ${DEFAULT-VALUE}).")
    private Path target = Path.of("");

    @Override
    public Integer call() {
        Optional<QuestionSet> questions = QuestionFile.read(file);
        if (questions.isEmpty()) {
            return ExitCode.FAILED;
        }
        QuestionSet set = questions.get();
        if (set.articles().isEmpty()) {
            System.err.println(file + " brings no articles of its own; only such a set can be calibrated on.");
            return ExitCode.FAILED;
        }
        return InProcess.inATemporaryFolder(false, application -> {
            Calibration.Result result = application.calibration().fit(set, new Progress(System.err, "asked"));
            System.out.println(result.report());
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(target.toFile(), result.model());
            System.out.println("written to " + target);
            return ExitCode.OK;
        });
    }
}
