package dev.footnote.cli;

import picocli.CommandLine.Command;

/** The command line; a command of its own is needed with it. */
@Command(
        name = "footnote",
        mixinStandardHelpOptions = true,
        version = "Footnote 0.1.0",
        header = "Answers questions about an article and shows the exact sentences the answer stands on.",
        description = {
            "",
            "Without a command: serves the page and the HTTP API on http://localhost:8080, over the articles in seeds/."
        },
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  done, answered",
            "  1  the article does not say",
            "  2  wrong usage",
            "  3  failed; the message says why"
        },
        subcommands = {
            AskCommand.class,
            McpCommand.class,
            KeysCommand.class,
            PrepareCommand.class,
            ChatCommand.class,
            EvaluateCommand.class,
            EvaluateClaimsCommand.class,
            FitCommand.class,
            BenchmarkCommand.class,
            BenchmarkFilesCommand.class,
            GrowthCommand.class,
            FuzzCommand.class,
            SoakCommand.class
        })
class FootnoteCommand extends CommandGroup {}
