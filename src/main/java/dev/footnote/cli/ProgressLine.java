package dev.footnote.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A line on the error stream every few seconds, so that a long command is seen to work and its output stays clean. */
class ProgressLine implements BiConsumer<Integer, Integer> {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private final String what;
    private long last = System.nanoTime();

    ProgressLine(PrintStream out, String what) {
        this.out = out;
        this.what = what;
    }

    @Override
    public void accept(Integer done, Integer of) {
        long now = System.nanoTime();
        if (now - last >= EVERY) {
            last = now;
            out.println(what + " " + done + " of " + of);
        }
    }
}
