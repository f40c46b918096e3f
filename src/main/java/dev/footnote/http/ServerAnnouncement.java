package dev.footnote.http;

import dev.footnote.home.DataFolder;
import dev.footnote.home.Exposure;
import dev.footnote.home.ServerListening;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.URI;

/** Lets the command line find the server once it listens. */
@Singleton
class ServerAnnouncement {

    private final DataFolder folder;
    private final HttpServer server;
    private final Event<ServerListening> listening;
    private final Permission permission;
    private final Exposure exposure;

    ServerAnnouncement(
            DataFolder folder,
            HttpServer server,
            Event<ServerListening> listening,
            Permission permission,
            Exposure exposure) {
        this.permission = permission;
        this.exposure = exposure;
        this.listening = listening;
        this.folder = folder;
        this.server = server;
    }

    void announce(@ObservesAsync HttpServerStart start) {
        String host = start.options().getHost();
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        exposure.listening(!Client.isLoopbackName(host), permission.hasKey());
        URI address = URI.create("http://" + (any ? "localhost" : host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getPort());
        folder.announce(address);
        listening.fire(new ServerListening(address));
    }
}
