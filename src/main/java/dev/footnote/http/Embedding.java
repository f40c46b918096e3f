package dev.footnote.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets the answer box on pages of the sites that are named reach what it needs, and nothing else; browsers keep all others
 * out. No cookie and no key is sent along.
 */
final class Embedding {

    /** What the answer box sends to, and what it is loaded from, with the method of each. */
    private static final Map<String, String> NEEDED = Map.of("/api/v1/ask", "POST", "/assets/embed.js", "GET");

    private final Set<String> origins;

    /**
     * For pages of these sites.
     *
     * @param origins such as {@code https://www.example.org}
     */
    Embedding(List<String> origins) {
        this.origins = origins.stream()
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the request is one that the answer box makes, from a page that may hold it. */
    boolean covers(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null
                && NEEDED.containsKey(request.path())
                && origins.contains(origin.toLowerCase(Locale.ROOT));
    }

    /** Whether a browser asks if it may send what the answer box sends. */
    boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Access-Control-Request-Method")
                && covers(request);
    }

    /** Tells the browser that the page may read the response. */
    void open(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!origins.isEmpty() && NEEDED.containsKey(request.path())) {
            response.putHeader("Vary", "Origin");
        }
        if (covers(request)) {
            response.putHeader("Access-Control-Allow-Origin", request.getHeader("Origin"))
                    .putHeader("Access-Control-Expose-Headers", "Retry-After, " + RequestId.HEADER)
                    .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    /** Tells the browser that it may send it. */
    void answerPreflight(HttpServerRequest request) {
        request.response()
                .setStatusCode(204)
                .putHeader("Access-Control-Allow-Methods", NEEDED.getOrDefault(request.path(), ""))
                .putHeader("Access-Control-Allow-Headers", "Content-Type")
                .putHeader("Access-Control-Max-Age", "600")
                .end();
    }
}
