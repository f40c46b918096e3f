package dev.footnote.cli;

import dev.footnote.evaluation.AskedSet;
import dev.footnote.evaluation.QuestionSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            description =
                    "A JSON list of questions about seeds/, or {\"texts\":[…]} or SQuAD's format, which bring their own"
                            + " articles, or asked-NAME.json about one article. Also looked for in the folder footnote.evaluation.sets.")
    private Path file = Path.of("");

    @Option(names = "--no-refusal", description = "Say whatever was found, however unsure.")
    private boolean noRefusal;

    @Option(
            names = "--after-another",
            description = "Ask each question that stands alone after another one, to see whether that disturbs it.")
    private boolean afterAnother;

    @Option(
            names = "--article",
            paramLabel = "FILE",
            description = "The article that a set of what people would ask (asked-NAME.json) is about; else the file of"
                    + " its name beside it or in articles/.")
    private @Nullable Path article;

    @Override
    public Integer call() {
        if (article != null || AskedSet.isNamed(file)) {
            return asked();
        }
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
                    .run(set, afterAnother, new ProgressLine(System.err, "asked"))
                    .print());
            return ExitCode.OK;
        });
    }

    private int asked() {
        Optional<Path> found = Optional.ofNullable(article).or(() -> AskedSet.articleOf(file));
        if (found.isEmpty()) {
            System.err.println(
                    "The article of " + file + " is not beside it, nor in articles/. Name it with --article.");
            return ExitCode.FAILED;
        }
        return InProcess.inATemporaryFolder(false, application -> {
            try {
                AskedSet set = AskedSet.read(file, found.get());
                System.out.println(application
                        .askedEvaluation()
                        .run(set, new ProgressLine(System.err, "asked"))
                        .print());
                return ExitCode.OK;
            } catch (IOException e) {
                System.err.println("The question set " + file + " cannot be read: " + e.getMessage());
                return ExitCode.FAILED;
            }
        });
    }
}
