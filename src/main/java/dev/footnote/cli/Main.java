package dev.footnote.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The one entry: without arguments the server, with a command that command. */
@QuarkusMain
public class Main {

    /** Starts what the arguments ask for and ends the process with the command's exit code. */
    public static void main(String... arguments) {
        // Else the framework answers an address that is none with a status alone; Guard says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        if (arguments.length == 0) {
            StopSignals.stopTheApplicationFirst();
            Quarkus.run(null, Main::ended);
            return;
        }
        // Spans are marked by picocli's own means where the output is a terminal, and not where it is a pipe.
        System.exit(new CommandLine(new FootnoteCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    private static void ended(int code, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println(FailureMessage.sentence(failure));
        }
        System.exit(failure == null ? code : ExitCode.FAILED);
    }

    private Main() {}
}
