package dev.footnote.evaluation;

import dev.footnote.evaluation.FileTrial.FileOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the reading of many files went.
 *
 * @param trials one for each file
 */
public record FileReport(List<FileTrial> trials) {
    public FileReport {
        trials = List.copyOf(trials);
    }

    /** Whether every file was read or refused. */
    public boolean isSound() {
        return count(trials, FileOutcome.FAILED) + count(trials, FileOutcome.HUNG) == 0;
    }

    /** A line for each format and one for all, then what went wrong. */
    public String print() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-8s %6s %6s %8s %7s %5s %8s %9s %9s %9s %8s%n",
                "format",
                "files",
                "read",
                "refused",
                "failed",
                "hung",
                "MB",
                "seconds",
                "processor",
                "slowest",
                "heap MB"));
        Map<String, List<FileTrial>> byFormat =
                trials.stream().collect(Collectors.groupingBy(FileTrial::format, TreeMap::new, Collectors.toList()));
        byFormat.forEach((format, some) -> text.append(line(format, some)));
        text.append(line("all", trials));
        for (FileTrial trial : trials) {
            if (trial.detail() != null) {
                text.append(trial.outcome())
                        .append(' ')
                        .append(trial.file())
                        .append(": ")
                        .append(trial.detail())
                        .append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private static String line(String name, List<FileTrial> some) {
        return String.format(
                Locale.ROOT,
                "%-8s %6d %6d %8d %7d %5d %8.1f %9.1f %9.1f %9.2f %8.0f%n",
                name,
                some.size(),
                count(some, FileOutcome.READ),
                count(some, FileOutcome.REFUSED),
                count(some, FileOutcome.FAILED),
                count(some, FileOutcome.HUNG),
                some.stream().mapToLong(FileTrial::size).sum() / 1e6,
                some.stream().mapToDouble(FileTrial::seconds).sum(),
                some.stream().mapToDouble(FileTrial::processorSeconds).sum(),
                some.stream().mapToDouble(FileTrial::seconds).max().orElse(0),
                some.stream()
                                .max(Comparator.comparingLong(FileTrial::heap))
                                .map(FileTrial::heap)
                                .orElse(0L)
                        / 1e6);
    }

    private static long count(List<FileTrial> some, FileOutcome outcome) {
        return some.stream().filter(trial -> trial.outcome() == outcome).count();
    }
}
