package dev.footnote.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** What is different about this server. */
@Singleton
class ServerOptions implements HttpServerOptionsCustomizer {

    /**
     * Without TLS no browser speaks HTTP/2; a request that asks for the change and cannot be changed would be answered
     * without a body and its connection left open.
     */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
