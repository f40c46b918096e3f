package dev.footnote.http;

import io.vertx.core.http.HttpServerRequest;

/** Under which address a client has reached this server: what it can open again. */
public final class ServerAddress {

    private ServerAddress() {}

    /** Such as {@code http://localhost:8080}, without a slash at its end. */
    public static String of(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }
}
