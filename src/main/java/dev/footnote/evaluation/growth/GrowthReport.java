package dev.footnote.evaluation.growth;

import java.util.List;
import java.util.Locale;

/**
 * How the search grows.
 *
 * @param files how many the folder gave, those of planted articles left out
 * @param passages how many they have
 * @param embedded how many of these were embedded
 * @param planted how many passages the planted articles have
 * @param questions how many were asked
 * @param heapBefore what was in use without an index, in bytes
 * @param isQuantised whether the vectors that are compared have a byte a number
 * @param rows one for each size, the smallest first
 */
public record GrowthReport(
        int files,
        int passages,
        int embedded,
        int planted,
        int questions,
        long heapBefore,
        boolean isQuantised,
        List<GrowthRow> rows) {

    public GrowthReport {
        rows = List.copyOf(rows);
    }

    /** What was measured over, then a table with a line for each size. */
    public String print() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d files gave %d passages, of which %d were embedded; %d more, embedded too, are of the articles that"
                        + " %d questions ask about%nvectors %s; heap without an index %.0f MB%n"
                        + "%9s %7s %7s %9s %8s %9s %10s %10s %10s %7s %10s %10s %8s %8s%n",
                files,
                passages,
                embedded,
                planted,
                questions,
                isQuantised ? "quantised, a byte a number" : "in full, four bytes a number",
                heapBefore / 1e6,
                "passages",
                "real",
                "mixed",
                "disk MB",
                "heap MB",
                "indexed/s",
                "search p50",
                "p95 ms",
                "processor",
                "ratio",
                "encode p50",
                "p95 ms",
                "in all",
                "in own"));
        for (GrowthRow row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9d %7d %7d %9.1f %8.0f %9.0f %10.2f %10.2f %10.2f %7.1f %10.1f %10.1f %7.1f%% %7.1f%%%n",
                    row.passages(),
                    row.passages() - row.mixed(),
                    row.mixed(),
                    row.bytes() / 1e6,
                    row.heap() / 1e6,
                    row.perSecond(),
                    row.search().half(),
                    row.search().most(),
                    row.processor().half(),
                    row.search().half() / rows.get(0).search().half(),
                    row.encoding().half(),
                    row.encoding().most(),
                    100.0 * row.foundInAll() / questions,
                    100.0 * row.foundInOwn() / questions));
        }
        return text.toString();
    }
}
