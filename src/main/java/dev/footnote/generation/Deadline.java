package dev.footnote.generation;

import java.time.Duration;

/** A moment by which a call must have ended, by the machine's steady clock. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; zero when it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** The moment half-way between now and then. */
    Deadline halfWay() {
        return in(left().dividedBy(2));
    }
}
