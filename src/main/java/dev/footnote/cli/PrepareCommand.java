package dev.footnote.cli;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Question;
import dev.footnote.article.Submission;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Does once what every start does, so that the Java that runs it can keep the classes for it. The script {@code
 * footnote} gives it the file to keep them in, and later starts take them from there.
 */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description =
                "Makes later starts by the script footnote faster, as long as neither Footnote nor the Java changes.",
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {"0:done", "2:not started by the script footnote", "3:failed; the message says why"})
class PrepareCommand implements Callable<Integer> {

    private static final String KEEPS_CLASSES = "-XX:ArchiveClassesAtExit=";

    private static final String TEXT =
            """
            The tower clock

            The tower clock of Lindow was built by Clara Voss in 1884. It strikes every quarter of an hour.
            """;

    private static final String QUESTION = "Who built the tower clock?";

    @Override
    public Integer call() {
        if (ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .noneMatch(argument -> argument.startsWith(KEEPS_CLASSES))) {
            System.err.println("Only the script footnote can prepare later starts: run ./footnote prepare.");
            return ExitCode.USAGE;
        }
        return InProcess.withAServerInATemporaryFolder(application -> {
            InProcess.ownServer();
            application
                    .articles()
                    .add(new Submission("tower-clock.txt", TEXT.getBytes(StandardCharsets.UTF_8), null), "prepare");
            Answer answer = application.assistant().ask(Question.of(QUESTION));
            return answer.answer().isEmpty() ? ExitCode.FAILED : ExitCode.OK;
        });
    }
}
