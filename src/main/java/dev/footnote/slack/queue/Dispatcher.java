package dev.footnote.slack.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs a bounded number of tasks in the background; the tasks of one lane run one after the other. Safe for use by several
 * threads.
 */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final ExecutorService workers;
    private final int most;
    private final Map<String, Deque<Runnable>> lanes = new HashMap<>();
    private int count;
    private boolean closing;

    /**
     * @param name of its threads
     * @param workers tasks done at once
     * @param waiting tasks that may wait
     */
    Dispatcher(String name, int workers, int waiting) {
        this.most = workers + waiting;
        this.workers = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes a task; returns false, and does nothing, where it is full or closing. */
    synchronized boolean submit(String lane, Runnable task) {
        if (closing || count >= most) {
            return false;
        }
        count++;
        Deque<Runnable> waiting = lanes.get(lane);
        if (waiting != null) {
            waiting.add(task);
        } else {
            lanes.put(lane, new ArrayDeque<>());
            workers.execute(() -> run(lane, task));
        }
        return true;
    }

    /** Begins nothing more and waits for what is under way. Returns whether that came to its end. */
    boolean close(Duration atMost) {
        synchronized (this) {
            closing = true;
        }
        workers.shutdown();
        try {
            return workers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(String lane, Runnable task) {
        try {
            if (!isClosing()) {
                task.run();
            }
        } catch (RuntimeException e) {
            LOG.error("A task for Slack failed", e);
        } finally {
            next(lane);
        }
    }

    synchronized boolean isClosing() {
        return closing;
    }

    private synchronized void next(String lane) {
        count--;
        Deque<Runnable> waiting = lanes.get(lane);
        Runnable next = waiting == null ? null : waiting.poll();
        if (next == null || closing) {
            lanes.remove(lane);
        } else {
            workers.execute(() -> run(lane, next));
        }
    }
}
