package dev.footnote.evaluation.abuse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server made of hostile requests.
 *
 * @param asked how many were sent
 * @param seconds how long it took
 * @param statuses how often each status came
 * @param faults what should not have happened, each with its request
 */
public record FuzzReport(int asked, double seconds, Map<Integer, Integer> statuses, List<String> faults) {

    private static final int MOST_SHOWN = 20;

    public FuzzReport {
        statuses = new TreeMap<>(statuses);
        faults = List.copyOf(faults);
    }

    /** The figures, then the first faults. */
    public String print() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d requests in %.0f s, %d faults%nstatus: %s%n",
                asked,
                seconds,
                faults.size(),
                statuses));
        faults.stream().limit(MOST_SHOWN).forEach(fault -> text.append(fault).append(System.lineSeparator()));
        return text.toString();
    }
}
