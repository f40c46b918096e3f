package dev.footnote.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The key of somebody who has signed in by a page: a browser that opens an address can send a cookie and nothing else. No script
 * can read it, no other site can have it sent with a request that changes something, and it goes with the browser's session.
 */
public final class KeyCookie {

    private static final String NAME = "footnote-key";

    private KeyCookie() {}

    /** The header that has a browser keep a key. */
    public static String keep(String key, HttpServerRequest request) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        return header(value, request);
    }

    /** The header that has a browser forget it. */
    public static String forget(HttpServerRequest request) {
        return header("", request) + "; Max-Age=0";
    }

    /** The key that came with a request. */
    static Optional<String> in(HttpServerRequest request) {
        if (!request.headers().contains("Cookie")) {
            return Optional.empty();
        }
        Cookie cookie = request.getCookie(NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // none of ours
        }
    }

    private static String header(String value, HttpServerRequest request) {
        boolean isSecure = request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        return NAME + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "");
    }
}
