package dev.footnote.ingestion;

import dev.footnote.home.CannotStartException;
import dev.footnote.home.StoreUnavailableException;
import dev.footnote.retrieval.IndexConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Of several replicas one leads: it reads {@code seeds/} and puts right what is missing in the index. One fills an index that is
 * new, beside the one that is asked; it need not be the same. When either dies, another takes over. A process that is alone
 * always leads. Safe for use by several threads.
 */
@Singleton
class Lead {

    private static final Logger LOG = Logger.getLogger(Lead.class);

    /** Several times within a lease: that one fails must not end it. */
    private static final Duration RENEW_EVERY = Duration.ofSeconds(2);

    private static final String LEAD = "lead";

    /** Held by the leader once all that was there at its start can be asked. */
    private static final String BEGUN = "begun";

    /** Held by the replica that fills a new index beside the one that is asked; the leader may be of the other model. */
    private static final String FILLING = "filling";

    private final Leases leases;
    private final ScheduledExecutorService renewing;
    private volatile boolean isOurs;
    private volatile boolean hasBegun;
    private boolean fills;

    /** @throws CannotStartException if others share the library but not the index */
    @Inject
    Lead(Leases leases, IndexConfig index) {
        this(withTheirIndex(leases, index));
    }

    /** Before anything is begun: this process would be known to the others as one that lives. */
    private static Leases withTheirIndex(Leases leases, IndexConfig index) {
        if (leases.areShared() && index.engine() != IndexConfig.IndexEngine.OPENSEARCH) {
            throw new CannotStartException(
                    "footnote.store.url has replicas share their articles, so they must share the"
                            + " index, too: set footnote.index.engine=opensearch, or leave footnote.store.url empty.");
        }
        return leases;
    }

    Lead(Leases leases) {
        this.leases = leases;
        this.renewing = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "lead");
            thread.setDaemon(true);
            return thread;
        });
        if (leases.areShared()) {
            leases.live();
            ScheduledFuture<?> unused = renewing.scheduleWithFixedDelay(
                    this::renew, RENEW_EVERY.toMillis(), RENEW_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Whether this process leads; it does from now on where nobody else does. */
    boolean isOurs() {
        if (!leases.areShared()) {
            return true;
        }
        if (!isOurs && leases.take(LEAD)) {
            LOG.info("This replica leads: it reads the seeds and puts the index right.");
            hasBegun = false;
            isOurs = true;
        }
        return isOurs;
    }

    /** Tells the others that what was there at the leader's start can be asked. */
    void begun() {
        hasBegun = true;
        if (leases.areShared()) {
            leases.take(BEGUN);
        }
    }

    /** Whether the leader, whoever it is, has begun. */
    boolean hasBegun() {
        return leases.areShared() ? leases.isTaken(BEGUN) : hasBegun;
    }

    /** Whether this process fills a new index; it does from now on where nobody else does. */
    synchronized boolean fills() {
        if (!leases.areShared()) {
            return true;
        }
        if (!fills && leases.take(FILLING)) {
            LOG.info("This replica fills the new index.");
            fills = true;
        }
        return fills;
    }

    /** Nothing is to be filled any more. */
    synchronized void filled() {
        if (fills) {
            fills = false;
            leases.release(FILLING);
        }
    }

    private synchronized void goOnFilling() {
        if (fills) {
            fills = leases.take(FILLING);
        }
    }

    void close(@Observes ShutdownEvent event) {
        renewing.shutdownNow();
        try {
            filled();
            if (isOurs) {
                isOurs = false;
                leases.release(BEGUN);
                leases.release(LEAD);
            }
        } catch (RuntimeException e) {
            LOG.debug("The lead ends by itself", e);
        }
    }

    private void renew() {
        try {
            leases.live();
            if (isOurs) {
                isOurs = leases.take(LEAD);
                if (isOurs && hasBegun) {
                    leases.take(BEGUN); // may be a dead leader's for a moment still
                }
            }
            goOnFilling();
        } catch (StoreUnavailableException e) {
            // Nobody else can take it meanwhile either; whether it is still ours is asked when the database is back.
            LOG.debug("The lead cannot be kept now", e);
        } catch (RuntimeException e) {
            LOG.warn("The lead cannot be kept", e);
            isOurs = false;
        }
    }
}
