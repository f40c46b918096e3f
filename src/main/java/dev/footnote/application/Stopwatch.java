package dev.footnote.application;

import dev.footnote.answer.Answer;
import java.util.concurrent.TimeUnit;

/** Tells where the time of one answer goes. For one thread. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private long retrieved = start;
    private long read = start;

    /** The passages are found. */
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
