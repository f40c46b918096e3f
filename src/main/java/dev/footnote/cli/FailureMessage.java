package dev.footnote.cli;

import dev.footnote.home.CannotStartException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says in one sentence why the process ends. */
final class FailureMessage {

    private static final Pattern UNKNOWN_SETTING =
            Pattern.compile("(footnote[\\w.\"-]*) in .{1,200} does not map to any root");

    private static final Pattern CODE = Pattern.compile("^SRCFG\\d+: ");

    private FailureMessage() {}

    /** The sentence that the code wrote for people, wherever in the chain of causes it is. */
    static String sentence(Throwable failure) {
        String sentence = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "The port is used by another program (" + cause.getMessage()
                        + "); stop that, or choose another port with -Dquarkus.http.port=8081 before -jar.";
            }
            if (cause instanceof ConfigValidationException invalid) {
                return IntStream.range(0, invalid.getProblemCount())
                        .mapToObj(i -> setting(invalid.getProblem(i).getMessage()))
                        .distinct()
                        .collect(Collectors.joining(System.lineSeparator()));
            }
            if (cause instanceof CannotStartException || isOurs(cause)) {
                sentence = cause.getMessage();
            }
        }
        if (sentence != null) {
            return sentence;
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "Footnote cannot start: " + (root.getMessage() == null ? root.toString() : root.getMessage());
    }

    /** What is wrong with a setting; the library says of one that is unknown that it "does not map to any root". */
    private static String setting(String problem) {
        Matcher unknown = UNKNOWN_SETTING.matcher(problem);
        return unknown.find()
                ? "There is no setting " + unknown.group(1)
                        + ". Those there are stand in .github/docs/configuration.md; take it out, or write it as it stands there."
                : "A setting is wrong: " + CODE.matcher(problem).replaceFirst("");
    }

    private static boolean isOurs(Throwable cause) {
        return cause.getMessage() != null
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("dev.footnote.");
    }
}
