package dev.footnote.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of an identity provider, from its file or address. They are read again when they have grown old, and when a
 * token comes that was signed with none of them, for a provider changes its keys when it likes. While they cannot be read
 * those known before are used, for a day at most. Safe for use by several threads.
 */
final class TokenKeys {

    /** However many tokens come that name unknown keys, the provider is not asked more often. */
    static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);

    /** A key that the provider has taken back must not be good for ever, only because the provider cannot be reached. */
    private static final Duration LONGEST_USE = Duration.ofDays(1);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int LARGEST = 1_000_000;

    private static final Logger LOG = Logger.getLogger(TokenKeys.class);

    private final String place;
    private final Duration lifetime;
    private final Ticker ticker;

    private volatile KeysRead known;

    /** Nanoseconds that only ever become more. */
    @FunctionalInterface
    interface Ticker {
        long nanos();
    }

    /**
     * What is known of the keys.
     *
     * @param keys none before they could be read
     * @param readAt when they were read
     * @param triedAt when they were last asked for, in vain or not; null before the first time
     */
    private record KeysRead(List<JsonWebKey> keys, long readAt, @Nullable Long triedAt) {}

    /**
     * Nothing is read yet.
     *
     * @param place a file or an address, as {@link #isTrusted} has it
     */
    TokenKeys(String place, Duration lifetime, Ticker ticker) {
        this.place = place;
        this.lifetime = lifetime;
        this.ticker = ticker;
        known = new KeysRead(List.of(), ticker.nanos(), null);
    }

    /** Whether this is a place that keys may be read from: what comes over an open line from elsewhere may be anybody's. */
    static boolean isTrusted(String place) {
        try {
            URI address = isAddress(place) ? URI.create(place) : null;
            return address == null
                    || (address.getHost() != null
                            && ("https".equals(address.getScheme())
                                    || ("http".equals(address.getScheme())
                                            && Client.isLoopbackName(address.getHost()))));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAddress(String place) {
        return place.contains("://");
    }

    /** Those that are known and not too old to be used; empty if there are none. Never waits. */
    List<JsonWebKey> current() {
        KeysRead now = known;
        return ticker.nanos() - now.readAt() < LONGEST_USE.toNanos() ? now.keys() : List.of();
    }

    /**
     * Whether to read them before a token is looked at. Never waits.
     *
     * @param keyId by which the token names its key; null if it names none
     */
    boolean areDue(@Nullable String keyId) {
        KeysRead now = known;
        if (now.triedAt() == null) {
            return true;
        }
        if (ticker.nanos() - now.triedAt() < SHORTEST_PAUSE.toNanos()) {
            return false;
        }
        return ticker.nanos() - now.readAt() >= lifetime.toNanos()
                || now.keys().isEmpty()
                || (keyId != null && now.keys().stream().noneMatch(key -> keyId.equals(key.getKeyId())));
    }

    /** Reads them if it is time to, by one thread at a time; waits for file and network. A failure is logged. */
    synchronized void read(@Nullable String keyId) {
        if (!areDue(keyId)) {
            return; // another thread was faster
        }
        KeysRead before = known;
        try {
            List<JsonWebKey> keys = parse(isAddress(place) ? fetch() : file());
            if (keys.isEmpty()) {
                throw new IOException("there is no public key in it");
            }
            known = new KeysRead(keys, ticker.nanos(), ticker.nanos());
        } catch (IOException | JoseException | RuntimeException e) {
            known = new KeysRead(before.keys(), before.readAt(), ticker.nanos());
            LOG.warnf("The identity provider's keys cannot be read from %s (%s)", place, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The public keys of a set, without those that are of no use here. */
    private static List<JsonWebKey> parse(String json) throws JoseException, IOException {
        List<JsonWebKey> keys = new ArrayList<>();
        if (!(JsonUtil.parseJson(json).get("keys") instanceof List<?> entries)) {
            throw new IOException("it is no JSON Web Key Set");
        }
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> parameters && !"oct".equals(parameters.get("kty"))) {
                try {
                    keys.add(PublicJsonWebKey.Factory.newPublicJwk(JsonUtil.toJson(strings(parameters))));
                } catch (JoseException e) {
                    LOG.debug("A key of the identity provider is of an unknown kind", e);
                }
            }
        }
        return keys;
    }

    private static Map<String, Object> strings(Map<?, ?> parameters) {
        Map<String, Object> named = new LinkedHashMap<>();
        parameters.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private String file() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(place))) {
            return limited(in);
        }
    }

    private String fetch() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(place))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            // The client's own timeout ends with the headers.
            CompletableFuture.delayedExecutor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    .execute(() -> close(body));
            if (response.statusCode() != 200) {
                throw new IOException("it answers with the status " + response.statusCode());
            }
            return limited(body);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("What is left of the identity provider's answer cannot be dropped", e);
        }
    }

    private static String limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException("it has more than 1,000,000 bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
