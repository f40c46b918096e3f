package dev.footnote.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The key that a request shows, as {@code Authorization: Bearer …} or {@code X-Api-Key: …}. */
final class Credentials {

    private static final String BEARER = "Bearer ";

    private Credentials() {}

    /** Whether it shows that key; takes the same time whether the first or the last character is wrong. */
    static boolean match(HttpServerRequest request, String key) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String shown = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : request.getHeader("X-Api-Key");
        return shown != null
                && MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
