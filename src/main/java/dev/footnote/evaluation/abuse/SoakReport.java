package dev.footnote.evaluation.abuse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answered to very many questions, how fast, and how its memory grew.
 *
 * @param asked how many questions were asked
 * @param seconds how long it took
 * @param statuses how often each status came, for questions and changes of articles alike
 * @param changes how many articles were added, and as many deleted
 * @param heap what the heap held after each collection, in bytes, from the beginning to the end of the run
 * @param faults what should not have happened
 */
public record SoakReport(
        int asked, double seconds, Map<Integer, Integer> statuses, int changes, List<Long> heap, List<String> faults) {

    private static final double MOST_GROWTH = 1.2;
    private static final int MOST_SHOWN = 20;
    private static final int QUARTERS = 4;

    public SoakReport {
        statuses = new TreeMap<>(statuses);
        heap = List.copyOf(heap);
        faults = List.copyOf(faults);
    }

    /** What the heap held in the last quarter of the run, by what it held in the second; 0 without enough figures. */
    public double growth() {
        double second = median(1);
        return second == 0 ? 0 : median(QUARTERS - 1) / second;
    }

    /** Whether every answer was right and the heap did not grow. */
    public boolean isSound() {
        return faults.isEmpty() && growth() <= MOST_GROWTH;
    }

    /** The figures, then the first faults. */
    public String print() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d questions in %.0f s (%.1f a second), %d articles added and deleted in between, %d faults%nstatus:"
                        + " %s%nheap after a collection, by quarter: %.0f, %.0f, %.0f, %.0f MB; last to second: %.2f%n",
                asked,
                seconds,
                asked / Math.max(seconds, 1e-3),
                changes,
                faults.size(),
                statuses,
                median(0) / 1e6,
                median(1) / 1e6,
                median(2) / 1e6,
                median(3) / 1e6,
                growth()));
        faults.stream().limit(MOST_SHOWN).forEach(fault -> text.append(fault).append(System.lineSeparator()));
        return text.toString();
    }

    private double median(int quarter) {
        List<Long> some =
                heap.subList(heap.size() * quarter / QUARTERS, heap.size() * (quarter + 1) / QUARTERS).stream()
                        .sorted()
                        .toList();
        return some.isEmpty() ? 0 : some.get(some.size() / 2);
    }
}
