package dev.footnote.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.home.CannotStartException;
import dev.footnote.model.Encoder;
import dev.footnote.retrieval.OpenSearchConnection.OpenSearchResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final String FINGERPRINT = PhysicalIndex.OF_FOOTNOTE + "1/english/" + Encoder.ID;

    private static final long PROBE_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final OpenSearchConfig config;
    private final String fingerprint;
    private final OpenSearchConnection connection;

    private final ReentrantLock opening = new ReentrantLock();
    private volatile boolean isOpen;

    /** Names the index that was opened first; another one of its name is empty. */
    private volatile @Nullable String opened;

    private volatile String name;

    /** An alias of this index alone: it does not lead to one of another model when that takes its place. */
    private volatile String address;

    /** The indexes of other models whose place it is to take, the one that is asked first; empty if it has its place. */
    private volatile List<String> replacing = List.of();

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
        this(config, FINGERPRINT);
    }

    /** As a Footnote of another model would. */
    OpenSearchAccess(OpenSearchConfig config, String fingerprint) {
        this.config = config;
        this.fingerprint = fingerprint;
        this.connection = new OpenSearchConnection(config);
        this.name = config.index();
        this.address = config.index();
        try {
            open(false);
        } catch (IndexUnavailableException e) {
            LOG.warn(e.getMessage() + " Nothing can be asked until then; Footnote goes on trying.");
        }
    }

    private void open(boolean again) {
        opening.lock();
        try {
            if (!isOpen || again) {
                look();
                isOpen = true;
            }
        } finally {
            opening.unlock();
        }
    }

    /**
     * Finds the index of this Footnote's own model, or makes it. Where the alias leads to one of another model, it is looked for
     * under the numbers that follow; so several replicas find the same one, and one that starts again goes on with it.
     */
    private void look() {
        PhysicalIndex own = asked();
        if (own.replaced().contains(fingerprint)) {
            // Else an old replica that starts once more would take the place back, and the new one again, and so on.
            throw refused(own, ", in the place of one made as " + fingerprint + ", which this Footnote needs");
        }
        List<PhysicalIndex> others = new ArrayList<>();
        while (!own.fingerprint().equals(fingerprint)) {
            if (!own.isOfFootnote()) {
                throw refused(own, ", and this Footnote needs " + fingerprint);
            }
            others.add(own);
            own = after(others);
        }
        if (!own.aliases().contains(own.ownAlias())) {
            required(
                    "get the alias " + own.ownAlias(),
                    send(
                            "PUT",
                            "/" + encoded(own.name()) + "/_alias/" + encoded(own.ownAlias()),
                            null,
                            config.writeTimeout()));
        }
        isInDoubt |= opened == null ? !others.isEmpty() : !own.id().equals(opened);
        opened = own.id();
        address = own.ownAlias();
        name = own.name();
        replacing = others.stream().map(PhysicalIndex::name).toList();
    }

    private CannotStartException refused(PhysicalIndex index, String why) {
        String made = index.fingerprint().isEmpty() ? "something else than an index of Footnote" : index.fingerprint();
        return new CannotStartException("The index " + index.name() + " of OpenSearch at " + connection.where()
                + " was made as " + made + why
                + ". Set footnote.opensearch.index to another name, or delete that index with DELETE /" + index.name()
                + ": the new one is made from the articles, which Footnote keeps itself.");
    }

    /** The index that the alias leads to, made if there is none. */
    private PhysicalIndex asked() {
        String first = config.index() + "-1";
        return foundOrMade(
                config.index(), () -> create(first, Set.of(config.index(), PhysicalIndex.ownAlias(first)), Set.of()));
    }

    /** The index whose number follows on those of others, made if it is not there. */
    private PhysicalIndex after(List<PhysicalIndex> others) {
        String next = config.index() + "-" + (others.get(0).number(config.index()) + others.size());
        return foundOrMade(next, () -> createBeside(others, next));
    }

    private void createBeside(List<PhysicalIndex> others, String next) {
        PhysicalIndex asked = others.get(0);
        Set<String> replaced = new HashSet<>();
        for (PhysicalIndex other : others) {
            replaced.add(other.fingerprint());
            replaced.addAll(other.replaced());
        }
        create(next, Set.of(PhysicalIndex.ownAlias(next)), replaced);
        LOG.infof(
                "The index %s was made as %s, and goes on being asked by those that have that model. %s takes its place when it"
                        + " holds all articles.",
                asked.name(), asked.fingerprint(), next);
    }

    /** The index that a name or an alias leads to, once it is made if there was none. */
    private PhysicalIndex foundOrMade(String any, Runnable make) {
        String path = "/" + encoded(any);
        OpenSearchResponse there = send("GET", path, null, config.timeout());
        if (there.status() == 404) {
            make.run();
            there = send("GET", path, null, config.timeout());
        }
        return PhysicalIndex.of(required("be opened", there));
    }

    /** Makes an index and its aliases in one step; another client may do the same at this moment. */
    private void create(String index, Set<String> aliases, Set<String> replaced) {
        OpenSearchResponse made = send(
                "PUT",
                "/" + encoded(index),
                OpenSearchQueries.index(config, fingerprint, replaced, aliases).toString(),
                config.writeTimeout());
        if (made.isOk()) {
            LOG.infof("Made the index %s of OpenSearch at %s.", index, connection.where());
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

    /** As {@link PassageIndex#isBesideAnother()}. */
    boolean isBesideAnother() {
        requireOpen();
        if (!replacing.isEmpty()) {
            // Another replica may have put it into its place since then.
            reach(true);
        }
        return !replacing.isEmpty();
    }

    /** As {@link PassageIndex#takePlace()}. */
    void takePlace() {
        requireOpen();
        opening.lock();
        try {
            reach(true);
            if (replacing.isEmpty()) {
                return;
            }
            if (isInDoubt) {
                throw new IndexUnavailableException(
                        "It was made anew meanwhile, or a change of it failed, so it may not hold"
                                + " everything. Footnote looks what it holds.");
            }
            // OpenSearch does all of it or nothing, and nobody sees a part.
            required(
                    "take the place of " + replacing.get(0),
                    send(
                            "POST",
                            "/_aliases",
                            OpenSearchQueries.inPlaceOf(replacing, name, config.index())
                                    .toString(),
                            config.writeTimeout()));
            LOG.infof("The index %s is asked from now on; deleted %s.", name, String.join(", ", replacing));
            replacing = List.of();
        } catch (IndexUnavailableException e) {
            LOG.warnf("The index %s cannot take its place now; trying again. %s", name, e.getMessage());
            throw e;
        } finally {
            opening.unlock();
        }
    }

    private void requireOpen() {
        if (!isOpen) {
            reach(false);
        }
    }

    private void reach(boolean again) {
        try {
            open(again);
        } catch (CannotStartException | IllegalStateException e) {
            outage = e.getMessage();
            throw new IndexUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    /** As {@link PassageIndex#outage()}. */
    Optional<String> outage() {
        if (System.nanoTime() - lastContact >= PROBE_EVERY && probing.tryLock()) {
            try {
                requireOpen();
                OpenSearchResponse health = send(
                        "GET",
                        "/_cluster/health/" + encoded(address) + "?timeout=1s&wait_for_status=yellow",
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
        return send(method, "/" + encoded(address) + path, body, timeout);
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
