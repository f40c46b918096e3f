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

    /** For standard output: as wide as the terminal; into a pipe without line breaks and colours. */
    static AnswerText.Style style() {
        if (System.console() == null) {
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
