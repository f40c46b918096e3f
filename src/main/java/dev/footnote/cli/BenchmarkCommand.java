package dev.footnote.cli;

import dev.footnote.evaluation.QuestionSet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how fast questions are answered. */
@Command(
        name = "benchmark",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Asks the questions of FILE over seeds/, by one client and by eight at once, and prints how long the"
                        + " answers took. Works in a temporary folder.")
class BenchmarkCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A JSON list of questions about seeds/.")
    private Path file = Path.of("");

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "How often each is asked (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() {
        Optional<QuestionSet> questions = QuestionFile.read(file);
        if (questions.isEmpty()) {
            return ExitCode.FAILED;
        }
        QuestionSet set = questions.get();
        return InProcess.inATemporaryFolder(true, application -> {
            System.out.println(application.benchmark().run(set, rounds));
            return ExitCode.OK;
        });
    }
}
