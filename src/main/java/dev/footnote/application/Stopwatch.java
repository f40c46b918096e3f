package dev.footnote.application;

import dev.footnote.answer.Answer;
import java.util.concurrent.TimeUnit;

/** Measures how long each step of one answer takes. For one thread. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private long retrieved = start;
    private long read = start;

    /** Marks the moment at which the passages are found. */
    void retrieved() {
        retrieved = System.nanoTime();
    }

    /** They are read, and what is said is known. */
    void read() {
        read = System.nanoTime();
    }

    Answer.Timings timings() {
        return new Answer.Timings(
                millis(retrieved - start), millis(read - retrieved), millis(System.nanoTime() - start));
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
