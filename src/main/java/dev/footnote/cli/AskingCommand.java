package dev.footnote.cli;

import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.home.AuditLog;
import dev.footnote.home.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What commands that ask have in common: whom they ask. */
@Command
abstract class AskingCommand {

    @Option(names = "--article", paramLabel = "FILE", description = "Ask this file only, in a temporary folder.")
    private @Nullable Path article;

    /** What a command does with answers. Returns the exit code. */
    @FunctionalInterface
    interface Asking {
        int with(AnswerSource answers) throws IOException, InterruptedException;
    }

    /** Asks the file that is named, else the server that runs, else the library in this process. */
    int ask(Asking asking) throws IOException {
        Path file = article;
        if (file != null) {
            return askFile(file, asking);
        }
        Optional<URI> server = DataFolder.runningServer(ConfiguredFolder.data());
        if (server.isPresent()) {
            return asked(asking, new RunningServer(server.get()));
        }
        progress("Reading the articles ...");
        return InProcess.overTheLibrary(application -> asked(asking, new LocalAnswers(application)));
    }

    private static int askFile(Path file, Asking asking) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            System.err.println("The file " + file + " cannot be read. Check its name and its permissions.");
            return ExitCode.FAILED;
        }
        byte[] content = Files.readAllBytes(file);
        progress("Reading " + file.getFileName() + " ...");
        return InProcess.inATemporaryFolder(false, application -> {
            try {
                application
                        .articles()
                        .add(new Submission(file.getFileName().toString(), content, null), AuditLog.COMMAND_LINE);
            } catch (UnreadableArticleException e) {
                System.err.println(e.getMessage());
                return ExitCode.FAILED;
            }
            return asked(asking, new LocalAnswers(application));
        });
    }

    private static int asked(Asking asking, AnswerSource answers) {
        try {
            return asking.with(answers);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    /** Says to a person who waits what takes so long. */
    private static void progress(String what) {
        if (Screen.isThere()) {
            System.err.println(what);
        }
    }
}
