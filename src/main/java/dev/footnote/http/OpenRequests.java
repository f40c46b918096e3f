package dev.footnote.http;

import jakarta.inject.Singleton;
import java.time.Duration;

/** The requests that are being answered, so that a stop can wait for them. Safe for use by several threads. */
@Singleton
public class OpenRequests {

    private final HttpConfig config;
    private int open;
    private boolean closed;

    OpenRequests(HttpConfig config) {
        this.config = config;
    }

    /** Counts one more. Returns whether it may be answered: not so after the stop has begun. */
    synchronized boolean enter() {
        if (!closed) {
            open++;
        }
        return !closed;
    }

    /** Counts one less. */
    synchronized void leave() {
        open--;
        notifyAll();
    }

    /** From now on no request may enter; returns when the last has left, or after the configured time. */
    public synchronized void close() {
        closed = true;
        long end = System.nanoTime() + config.stopWithin().toNanos();
        try {
            for (long left = end - System.nanoTime(); open > 0 && left > 0; left = end - System.nanoTime()) {
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
