package dev.footnote.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerText;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Question;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.home.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks one question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Asks one question and prints the answer with the sentences it stands on. Uses the running server"
                + " if there is one.",
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {"0:answered", "1:the article does not say", "2:wrong usage", "3:failed; the message says why"})
class AskCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "QUESTION", description = "What to ask, in one argument.")
    private String question = "";

    @Option(names = "--json", description = "Print the whole answer as JSON, as the HTTP API gives it.")
    private boolean json;

    @Option(names = "--article", paramLabel = "FILE", description = "Ask this file only, in a temporary folder.")
    private @Nullable Path article;

    @Override
    public Integer call() throws IOException {
        Question asked;
        try {
            asked = Question.of(question);
        } catch (InvalidQuestionException e) {
            System.err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        Path file = article;
        if (file != null) {
            return askFile(asked, file);
        }
        Optional<URI> server = DataFolder.runningServer(ConfiguredFolder.data());
        if (server.isPresent()) {
            return askServer(server.get());
        }
        return InProcess.overTheLibrary(
                application -> print(application.assistant().ask(asked)));
    }

    private int askFile(Question asked, Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            System.err.println("The file " + file + " cannot be read. Check its name and its permissions.");
            return ExitCode.FAILED;
        }
        byte[] content = Files.readAllBytes(file);
        return InProcess.inATemporaryFolder(false, application -> {
            try {
                application.articles().add(new Submission(file.getFileName().toString(), content, null));
            } catch (UnreadableArticleException e) {
                System.err.println(e.getMessage());
                return ExitCode.FAILED;
            }
            return print(application.assistant().ask(asked));
        });
    }

    private int askServer(URI server) {
        try {
            return print(new RunningServer(server).ask(question));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private int print(Answer answer) throws IOException {
        if (json) {
            System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            System.out.print(AnswerText.of(answer, new AnswerText.Style(0, Ansi.AUTO.enabled(), null)));
        }
        return answer.answerable() ? ExitCode.OK : ExitCode.NOT_IN_THE_ARTICLE;
    }
}
