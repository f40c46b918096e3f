package dev.footnote.http;

import dev.footnote.home.DataFolder;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.URI;

/** Lets the command line find the server once it listens. */
@Singleton
class ServerAnnouncement {

    private final DataFolder folder;
    private final HttpServer server;

    ServerAnnouncement(DataFolder folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    void announce(@ObservesAsync HttpServerStart start) {
        String host = start.options().getHost();
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        folder.announce(URI.create("http://" + (any ? "localhost" : host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getPort()));
    }
}
