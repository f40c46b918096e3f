package dev.footnote.slack.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait that ends early when Slack is disconnected. Threads are not interrupted for that, since they use the database. */
public class ClosableWait {

    private final CountDownLatch closing = new CountDownLatch(1);

    /** Waits that long, or until {@link #end}. Returns whether the wait ran its full time. */
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

    /** Ends the waits under way and makes later ones return at once. */
    public void end() {
        closing.countDown();
    }
}
