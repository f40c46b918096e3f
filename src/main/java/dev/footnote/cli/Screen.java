package dev.footnote.cli;

import dev.footnote.answer.AnswerText;
import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Help.Ansi;

/** How answers are set where they are printed. */
final class Screen {

    /** Narrower than this is no terminal, but one that does not tell its width. */
    private static final int NARROWEST = 20;

    private Screen() {}

    /**
     * Whether a person sits before a terminal, rather than a pipe. From JDK 22 on there always is a console unless that of
     * the JDK itself is asked for, which the launcher does ({@code jdk.console}).
     */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isThere() {
        return System.console() != null;
    }

    /** For standard output: as wide as the terminal; into a pipe without line breaks and colours. */
    static AnswerText.Style style() {
        if (!isThere()) {
            return new AnswerText.Style(0, Ansi.AUTO.enabled(), null);
        }
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            return style(terminal);
        } catch (IOException e) {
            return new AnswerText.Style(0, Ansi.AUTO.enabled(), null);
        }
    }

    /** For a terminal that is open. */
    static AnswerText.Style style(Terminal terminal) {
        int width = terminal.getWidth();
        return new AnswerText.Style(width < NARROWEST ? 0 : width, Ansi.AUTO.enabled(), null);
    }
}
