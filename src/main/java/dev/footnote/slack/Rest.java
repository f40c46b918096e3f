package dev.footnote.slack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends when the door closes: threads are never interrupted, since they use the database. */
class Rest {

    private final CountDownLatch closing = new CountDownLatch(1);

    /** Waits so long, or until the door closes. Returns whether it is still open. */
    boolean take(Duration time) {
        try {
            return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isOver() {
        return closing.getCount() == 0;
    }

    /** Ends every wait, now and later. */
    void end() {
        closing.countDown();
    }
}
