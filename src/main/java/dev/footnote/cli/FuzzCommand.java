package dev.footnote.cli;

import dev.footnote.evaluation.abuse.ApiFuzz;
import dev.footnote.evaluation.abuse.FuzzReport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends hostile requests to a server. */
@Command(
        name = "fuzz",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Sends hostile requests to every operation in the OpenAPI document of the server at URL, and fails if it"
                        + " answers one as it should not. Articles are added and deleted there: start one for it.")
class FuzzCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "The server, such as http://localhost:8080.")
    private URI server = URI.create("http://localhost:8080");

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many are sent (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(names = "--seed", defaultValue = "1", description = "Makes the same choices (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "Stops after so long in any case (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Override
    public Integer call() throws InterruptedException {
        try {
            FuzzReport report = new ApiFuzz(server, seed).run(requests, Duration.ofMinutes(minutes));
            System.out.print(report.print());
            return report.faults().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            System.err.println("The server at " + server + " cannot be asked: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }
}
