package dev.footnote.home;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the stages of some work took, each without those within it. The clock runs on the thread that does the work, and
 * only there; where none runs, a stage costs one look at a thread's variable. For one thread.
 */
public final class StageTimes {

    /** What was done outside of every stage. */
    public static final String OUTSIDE = "outside";

    private static final ThreadLocal<@Nullable StageTimes> RUNNING = new ThreadLocal<>();

    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private long since = System.nanoTime();

    private StageTimes() {}

    /** Does some work and returns how many nanoseconds each stage of it took, in the order in which they first ended. */
    public static Map<String, Long> of(Runnable work) {
        StageTimes times = new StageTimes();
        RUNNING.set(times);
        try {
            work.run();
        } finally {
            RUNNING.remove();
        }
        times.passed(OUTSIDE);
        return Collections.unmodifiableMap(times.nanos);
    }

    static void began(String stage) {
        StageTimes times = RUNNING.get();
        if (times != null) {
            times.passed(times.open.isEmpty() ? OUTSIDE : times.open.getLast());
            times.open.addLast(stage);
        }
    }

    static void ended() {
        StageTimes times = RUNNING.get();
        if (times != null && !times.open.isEmpty()) {
            times.passed(times.open.removeLast());
        }
    }

    private void passed(String stage) {
        long now = System.nanoTime();
        nanos.merge(stage, now - since, Long::sum);
        since = now;
    }
}
