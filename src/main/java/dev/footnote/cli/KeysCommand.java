package dev.footnote.cli;

import dev.footnote.home.ClockProducer;
import dev.footnote.http.ApiKey;
import dev.footnote.http.ApiKeys;
import dev.footnote.http.Scope;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists and withdraws the keys of others. A running server follows within a second. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and withdraws keys that let clients beyond this machine do more than read.")
class KeysCommand extends CommandGroup {

    @Command(name = "make", description = "Makes a key and prints it, once: only its hash is kept.")
    int make(
            @Option(names = "--for", required = true, paramLabel = "NAME", description = "Whom it is for.") String name,
            @Option(
                            names = "--scope",
                            defaultValue = "ask",
                            description = "ask: read and have a language model answer; manage: change articles, too"
                                    + " (default: ${DEFAULT-VALUE}).")
                    Scope scope)
            throws IOException {
        if (!ApiKey.NAME.matcher(name).matches()) {
            System.err.println("A key is for 1 to 60 letters, digits, spaces and . _ @ -.");
            return ExitCode.USAGE;
        }
        ApiKeys.Made made = keys().make(name, scope);
        System.out.println(made.secret());
        return ExitCode.OK;
    }

    @Command(name = "list", description = "Lists the keys: id, scope, when it was made, whom it is for.")
    int list() {
        for (ApiKey key : keys().all()) {
            System.out.println(
                    String.join("  ", key.id(), key.scope().word(), key.madeAt().toString(), key.name()));
        }
        return ExitCode.OK;
    }

    @Command(name = "withdraw", description = "Withdraws a key.")
    int withdraw(@Parameters(paramLabel = "ID", description = "As the list has it.") String id) throws IOException {
        if (keys().withdraw(id)) {
            return ExitCode.OK;
        }
        System.err.println("There is no key " + id + ". The list has those there are.");
        return ExitCode.FAILED;
    }

    private static ApiKeys keys() {
        return new ApiKeys(ConfiguredFolder.data(), ClockProducer.system());
    }
}
