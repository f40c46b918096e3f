package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FootnoteCommandTest {

    /** Commands for who works on Footnote; whoever asks articles has no use for them. */
    private static final Pattern INTERNAL = Pattern.compile("(?:fit|calibrate|benchmark|growth|fuzz|soak)(?:-.*)?");

    @Test
    void helpShowsTheCommandsForAskingAndHidesThoseForMeasuringAndFitting() {
        CommandLine footnote = new CommandLine(new FootnoteCommand());
        Map<String, CommandLine> commands = footnote.getSubcommands();

        assertThat(commands)
                .containsKeys("ask", "chat", "fit", "benchmark", "benchmark-files", "growth", "fuzz", "soak");
        String help = footnote.getUsageMessage();
        commands.keySet().forEach(name -> assertThat(shows(help, name))
                .as(name)
                .isNotEqualTo(INTERNAL.matcher(name).matches()));
    }

    /** Whether a line of the list begins with that name. */
    private static boolean shows(String help, String name) {
        return help.lines()
                .anyMatch(line -> line.strip().equals(name) || line.strip().startsWith(name + " "));
    }
}
