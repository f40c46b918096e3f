package dev.footnote.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** A conversation in the terminal. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description =
                "Talks about the articles, question by question; :help there tells what else can be typed. Uses the"
                        + " running server if there is one.")
class ChatCommand extends AskingCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        return ask(answers -> {
            try (Terminal terminal =
                    TerminalBuilder.builder().system(true).dumb(true).build()) {
                LineReader reader = LineReaderBuilder.builder()
                        .terminal(terminal)
                        .appName("footnote")
                        .variable(
                                LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), ".footnote_history"))
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
                return new Dialogue(answers, () -> line(reader), terminal.writer(), () -> Screen.style(terminal)).run();
            }
        });
    }

    /** The next line, empty where it was given up with Ctrl+C; null at the end. */
    private static @Nullable String line(LineReader reader) {
        try {
            return reader.readLine("? ");
        } catch (UserInterruptException e) {
            return "";
        } catch (EndOfFileException e) {
            return null;
        }
    }
}
