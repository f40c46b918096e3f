package dev.footnote.cli;

import dev.footnote.evaluation.abuse.Soak;
import dev.footnote.evaluation.abuse.SoakReport;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks very many questions while articles come and go. */
@Command(
        name = "soak",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Starts a server in a temporary folder, asks it from several clients while articles are added and"
                + " deleted, and fails if an answer is wrong or if the heap grows.")
class SoakCommand implements Callable<Integer> {

    @Option(
            names = "--questions",
            paramLabel = "N",
            defaultValue = "30000",
            description = "How many are asked (default: ${DEFAULT-VALUE}).")
    private int questions;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many ask at once (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "600",
            description = "Stops after so long in any case (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Override
    public Integer call() {
        return InProcess.withAServerInATemporaryFolder(application -> {
            SoakReport report = new Soak(InProcess.ownServer()).run(questions, clients, Duration.ofMinutes(minutes));
            System.out.print(report.print());
            return report.isSound() ? ExitCode.OK : ExitCode.FAILED;
        });
    }
}
