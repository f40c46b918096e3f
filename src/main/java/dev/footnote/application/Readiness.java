package dev.footnote.application;

import dev.footnote.answer.NotReadyException;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.home.StoreUnavailableException;
import dev.footnote.ingestion.Ingestion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Has a question wait until every article that was there at start can be asked, for all doors alike: to say before that
 * the articles do not say would be wrong. Safe for use by several threads.
 */
@Singleton
class Readiness {

    private static final Logger LOG = Logger.getLogger(Readiness.class);

    /** Who waits holds a thread, and the page and the list of articles need some, too; the others come again. */
    private static final int MOST_WAITING = 32;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** The start, which is over when every article that was there can be asked. */
    @FunctionalInterface
    interface Start {
        /** Waits at most so long. Returns whether it is over. */
        boolean await(Duration longest) throws InterruptedException;
    }

    /** Tells why nothing can be asked now, for whoever runs Footnote; empty if something can. */
    @FunctionalInterface
    interface Outages {
        Optional<String> now();
    }

    private final Start start;
    private final Outages outages;
    private final Duration longest;
    private final Semaphore places = new Semaphore(MOST_WAITING);

    @Inject
    Readiness(Ingestion ingestion, ApplicationConfig config) {
        this(ingestion::awaitReady, ingestion::outage, config.waitUntilReady());
    }

    Readiness(Start start, Outages outages, Duration longest) {
        this.start = start;
        this.outages = outages;
        this.longest = longest;
    }

    /**
     * Asks once the articles can be asked. It may block, so it must not be called on an event loop.
     *
     * @throws NotReadyException if they cannot be asked after the configured time, if too many wait already, or if the index
     *     is out of reach, before or while it is asked
     */
    <T> T whenReady(Supplier<T> asking) {
        awaitStart();
        requireIndex();
        try {
            return asking.get();
        } catch (IndexUnavailableException e) {
            LOG.warn(e.getMessage());
            throw NotReadyException.indexOutOfReach();
        } catch (StoreUnavailableException e) {
            LOG.warn(e.getMessage());
            throw NotReadyException.storeOutOfReach();
        }
    }

    /** @throws NotReadyException if the index is out of reach */
    void requireIndex() {
        if (outages.now().isPresent()) {
            throw NotReadyException.indexOutOfReach();
        }
    }

    private void awaitStart() {
        try {
            if (start.await(Duration.ZERO)) {
                return;
            }
            // It does not come back for being waited for.
            requireIndex();
            if (!places.tryAcquire()) {
                throw notReady();
            }
            try {
                if (!start.await(longest)) {
                    throw notReady();
                }
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReady();
        }
    }

    private static NotReadyException notReady() {
        return new NotReadyException(
                "The articles are still being read. Ask again in " + RETRY_AFTER.toSeconds() + " s.", RETRY_AFTER);
    }
}
