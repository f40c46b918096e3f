package dev.footnote.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.home.CannotStartException;
import dev.footnote.model.Encoder;
import dev.footnote.retrieval.OpenSearchConnection.OpenSearchResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way to one index of OpenSearch: opens it once it can be reached, knows whether it can be now, and says in a
 * sentence what is wrong where something is. Safe for use by several threads.
 */
final class OpenSearchAccess {

    private static final Logger LOG = Logger.getLogger(OpenSearchAccess.class);

    /** Names this layout, the analysis and the encoder; an index that says otherwise is foreign. */
    static final String FINGERPRINT = "footnote-opensearch-1/english/" + Encoder.ID;

    private static final long PROBE_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final OpenSearchConfig config;
    private final OpenSearchConnection connection;

    private final ReentrantLock opening = new ReentrantLock();
    private volatile boolean isOpen;

    /** Names the index that was opened first; another one of its name is empty. */
    private volatile @Nullable String opened;

    private volatile boolean isInDoubt;

    private final ReentrantLock probing = new ReentrantLock();

    /** Why the last request failed; null if it did not. */
    private volatile @Nullable String outage;

    private volatile long lastContact = System.nanoTime() - PROBE_EVERY;

    /**
     * Opens the index, making it if need be. A server that cannot be reached is tried again later.
     *
     * @throws CannotStartException if the index is foreign, or a setting makes no sense
     */
    OpenSearchAccess(OpenSearchConfig config) {
        this.config = config;
        this.connection = new OpenSearchConnection(config);
        try {
            open();
        } catch (IndexUnavailableException e) {
            LOG.warn(e.getMessage() + " Nothing can be asked until then; Footnote goes on trying.");
        }
    }

    private void open() {
        opening.lock();
        try {
            if (isOpen) {
                return;
            }
            String path = "/" + encoded(config.index());
            OpenSearchResponse there = send("GET", path, null, config.timeout());
            if (there.status() == 404) {
                create();
                there = send("GET", path, null, config.timeout());
            }
            if (!there.isOk()) {
                throw failure("be opened", there);
            }
            Map.Entry<String, JsonNode> index =
                    there.body().properties().iterator().next();
            String made = index.getValue()
                    .path("mappings")
                    .path("_meta")
                    .path("fingerprint")
                    .asText("something else than an index of Footnote");
            if (!made.equals(FINGERPRINT)) {
                throw new CannotStartException("The index " + index.getKey() + " of OpenSearch at "
                        + connection.where() + " was made as " + made + ", and this Footnote needs " + FINGERPRINT
                        + ". Set footnote.opensearch.index to another name, or delete that index with"
                        + " DELETE /" + index.getKey()
                        + ": the new one is made from the articles, which Footnote keeps itself.");
            }
            String id =
                    index.getValue().path("settings").path("index").path("uuid").asText();
            isInDoubt |= opened != null && !id.equals(opened);
            opened = id;
            isOpen = true;
        } finally {
            opening.unlock();
        }
    }

    /** Makes the index and its alias in one step; another client may do the same at this moment. */
    private void create() {
        OpenSearchResponse made = send(
                "PUT",
                "/" + encoded(config.index() + "-1"),
                OpenSearchQueries.index(config, FINGERPRINT).toString(),
                config.writeTimeout());
        if (made.isOk()) {
            LOG.infof("Made the index %s-1 of OpenSearch at %s.", config.index(), connection.where());
        } else if (!made.body().path("error").path("type").asText().equals("resource_already_exists_exception")) {
            if (made.reason().contains("knn")) {
                throw new IndexUnavailableException("OpenSearch at " + connection.where()
                        + " has no k-NN plugin (" + made.reason()
                        + "). Install it, or use a distribution that has it, such as the image"
                        + " opensearchproject/opensearch.");
            }
            throw failure("be made", made);
        }
    }

    private void requireOpen() {
        if (!isOpen) {
            try {
                open();
            } catch (CannotStartException | IllegalStateException e) {
                outage = e.getMessage();
                throw new IndexUnavailableException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** As {@link PassageIndex#outage()}. */
    Optional<String> outage() {
        if (System.nanoTime() - lastContact >= PROBE_EVERY && probing.tryLock()) {
            try {
                requireOpen();
                OpenSearchResponse health = send(
                        "GET",
                        "/_cluster/health/" + encoded(config.index()) + "?timeout=1s&wait_for_status=yellow",
                        null,
                        config.timeout());
                if (!health.isOk()) {
                    outage = "OpenSearch at " + connection.where() + " has no shard ready of the index "
                            + config.index() + ". GET /_cluster/allocation/explain there says why.";
                    // Should it have been deleted, it is made anew.
                    isOpen = false;
                }
            } catch (IndexUnavailableException e) {
                LOG.debug("The index is out of reach", e);
            } finally {
                lastContact = System.nanoTime();
                probing.unlock();
            }
        }
        // That it answers is not enough: what it holds must have been looked at, too.
        String other = isOpen ? null : "The index " + config.index() + " of OpenSearch is being opened.";
        return Optional.ofNullable(outage).or(() -> Optional.ofNullable(other));
    }

    /** A search. */
    OpenSearchResponse read(String method, String path, @Nullable String body) {
        return request(method, path, body, config.timeout());
    }

    /** A change. */
    OpenSearchResponse write(String method, String path, @Nullable String body) {
        try {
            return request(method, path, body, config.writeTimeout());
        } catch (IndexUnavailableException e) {
            isInDoubt = true;
            throw e;
        }
    }

    /** As {@link PassageIndex#isInDoubt()}. */
    boolean isInDoubt() {
        return isInDoubt;
    }

    /** What it holds was looked at. */
    void settled() {
        isInDoubt = false;
    }

    /** Sends a request to an address below the index. */
    private OpenSearchResponse request(String method, String path, @Nullable String body, Duration timeout) {
        requireOpen();
        return send(method, "/" + encoded(config.index()) + path, body, timeout);
    }

    private OpenSearchResponse send(String method, String path, @Nullable String body, Duration timeout) {
        try {
            OpenSearchResponse response = connection.send(method, path, body, timeout);
            outage = null;
            lastContact = System.nanoTime();
            return response;
        } catch (IndexUnavailableException e) {
            outage = e.getMessage();
            lastContact = System.nanoTime();
            throw e;
        }
    }

    /** What was answered, if that was no failure. */
    JsonNode required(String what, OpenSearchResponse response) {
        if (!response.isOk()) {
            throw failure(what, response);
        }
        return response.body();
    }

    /** A failure, in a sentence. */
    RuntimeException failure(String what, OpenSearchResponse response) {
        String message = "OpenSearch's index " + config.index() + " cannot " + what + ": " + response.reason() + ".";
        if (response.status() == 404 && isOpen) {
            message += " It was deleted while Footnote ran; it is made anew from the articles.";
            outage = message;
            isOpen = false;
            return new IndexUnavailableException(message);
        }
        if (response.status() == 429 || response.status() >= 500) {
            outage = message;
            return new IndexUnavailableException(message + " OpenSearch's own log says more.");
        }
        return new IllegalStateException(message);
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A list from some of the shards is none: it would say that the rest has nothing. */
    JsonNode requireWhole(JsonNode response) {
        if (response.has("error")) {
            throw failure(
                    "be searched",
                    new OpenSearchResponse(response.path("status").asInt(), response));
        }
        if (response.path("_shards").path("failed").asInt() > 0
                || response.path("timed_out").asBoolean()) {
            String reason = response.path("_shards")
                    .path("failures")
                    .path(0)
                    .path("reason")
                    .path("reason")
                    .asText("it took too long");
            outage = "Part of OpenSearch's index cannot be searched: " + reason + ".";
            throw new IndexUnavailableException(String.valueOf(outage));
        }
        return response;
    }
}
