package dev.footnote.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Lets this machine's own clients change articles, and those that have the key. */
@Provider
@ChangesArticles
class WriteAccess implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    /** Asked late: providers are made before the configuration of the run is there. */
    private final jakarta.inject.Provider<HttpConfig> config;

    private final CurrentVertxRequest current;

    WriteAccess(jakarta.inject.Provider<HttpConfig> config, CurrentVertxRequest current) {
        this.config = config;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        HttpServerRequest request = current.getCurrent().request();
        if (Client.of(request).isDirectLoopback()) {
            return;
        }
        String key = config.get().apiKey().filter(set -> !set.isBlank()).orElse(null);
        if (key == null) {
            context.abortWith(Problem.of(
                            403,
                            "Only clients on Footnote's own machine may change articles. Set footnote.http.api-key to"
                                    + " let others do so with that key.")
                    .toResponse());
        } else if (!matches(key, presented(request))) {
            context.abortWith(Response.fromResponse(Problem.of(
                                    401,
                                    "To change articles, send the key of footnote.http.api-key as"
                                            + " \"Authorization: Bearer …\" or \"X-Api-Key: …\".")
                            .toResponse())
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build());
        }
    }

    private static @Nullable String presented(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : request.getHeader("X-Api-Key");
    }

    /** In the same time whether the first or the last character is wrong. */
    private static boolean matches(String key, @Nullable String presented) {
        return presented != null
                && MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }
}
