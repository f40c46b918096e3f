package dev.footnote.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may do more than read: this machine's own clients, and those that have the key. Safe for use by several threads.
 */
@Singleton
public class Permission {

    private static final String BEARER = "Bearer ";

    /** Asked late: filters are made before the configuration of the run is there. */
    private final Provider<HttpConfig> config;

    Permission(Provider<HttpConfig> config) {
        this.config = config;
    }

    /** Whether a client may do more than read. */
    public boolean isGiven(HttpServerRequest request) {
        return refusal(request, "").isEmpty();
    }

    /**
     * Whether a client must be refused.
     *
     * @param action what it wants, such as "change articles"
     * @return the problem to answer with; empty if it may
     */
    public Optional<Response> refusal(HttpServerRequest request, String action) {
        if (Client.of(request).isDirectLoopback()) {
            return Optional.empty();
        }
        String key = config.get().apiKey().filter(set -> !set.isBlank()).orElse(null);
        if (key == null) {
            return Optional.of(Problem.of(
                            403,
                            "Only clients on Footnote's own machine may " + action + ". Set footnote.http.api-key to"
                                    + " let others do so with that key.")
                    .toResponse());
        }
        if (matches(key, presented(request))) {
            return Optional.empty();
        }
        return Optional.of(Response.fromResponse(Problem.of(
                                401,
                                "To " + action + ", send the key of footnote.http.api-key as"
                                        + " \"Authorization: Bearer …\" or \"X-Api-Key: …\".")
                        .toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build());
    }

    static @Nullable String presented(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : request.getHeader("X-Api-Key");
    }

    /** In the same time whether the first or the last character is wrong. */
    static boolean matches(String key, @Nullable String presented) {
        return presented != null
                && MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }
}
