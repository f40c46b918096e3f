package dev.footnote.cli;

import dev.footnote.evaluation.QuestionSet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a question set and prints how well it was answered. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Asks every question of FILE and prints how well it was answered, then every miss."
                + " Works in a temporary folder.")
class EvaluateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "A JSON list of questions about seeds/, or {\"texts\":[…]} or SQuAD's format, which bring their own"
                    + " articles. Also looked for in the folder footnote.evaluation.sets.")
    private Path file = Path.of("");

    @Option(names = "--no-refusal", description = "Say whatever was found, however unsure.")
    private boolean noRefusal;

    @Option(
            names = "--after-another",
            description = "Ask each question that stands alone after another one, to see whether that disturbs it.")
    private boolean afterAnother;

    @Override
    public Integer call() {
        Optional<QuestionSet> questions = QuestionFile.read(file);
        if (questions.isEmpty()) {
            return ExitCode.FAILED;
        }
        QuestionSet set = questions.get();
        if (noRefusal) {
            System.setProperty("footnote.reading.refuse", "false");
        }
        return InProcess.inATemporaryFolder(set.articles().isEmpty(), application -> {
            System.out.println(application
                    .evaluation()
                    .run(set, afterAnother, new Progress(System.err, "asked"))
                    .print());
            return ExitCode.OK;
        });
    }
}
