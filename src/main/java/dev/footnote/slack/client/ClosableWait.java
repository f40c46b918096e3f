package dev.footnote.slack.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends when the door closes: threads are never interrupted, since they use the database. */
public class ClosableWait {

    private final CountDownLatch closing = new CountDownLatch(1);

    /** Waits so long, or until the door closes. Returns whether it is still open. */
    public boolean take(Duration time) {
        try {
            return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isOver() {
        return closing.getCount() == 0;
    }

    /** Ends every wait, now and later. */
    public void end() {
        closing.countDown();
    }
}
