package dev.footnote.slack.queue;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs tasks after a delay, each in its lane of the dispatcher, and some at intervals. Safe for use by several threads. */
final class DelayedTasks {

    private static final Logger LOG = Logger.getLogger(DelayedTasks.class);

    private final Dispatcher dispatcher;
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "slack-later");
        thread.setDaemon(true);
        return thread;
    });

    DelayedTasks(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Runs a task now, on this object's own thread. */
    void now(Runnable task) {
        scheduler.execute(task);
    }

    /** Runs a task again and again, on this object's own thread. */
    void every(Duration interval, Runnable task) {
        ScheduledFuture<?> unused =
                scheduler.scheduleWithFixedDelay(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a task in its lane after the delay; while the dispatcher is full, waits that long again. */
    void inLane(String lane, Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> unused = scheduler.schedule(
                    () -> {
                        if (!dispatcher.submit(lane, task) && !dispatcher.isClosing()) {
                            inLane(lane, delay, task);
                        }
                    },
                    delay.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Slack is being disconnected; the question is answered after the next start", e);
        }
    }

    /** Drops what has not begun and takes no more. */
    void close() {
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        scheduler.shutdown();
    }
}
