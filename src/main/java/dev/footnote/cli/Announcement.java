package dev.footnote.cli;

import dev.footnote.home.DataFolder;
import dev.footnote.ingestion.LibraryReady;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/** Tells the person who started the server where it is and how to ask it, once it can answer. */
@Singleton
class Announcement {

    private final DataFolder folder;

    Announcement(DataFolder folder) {
        this.folder = folder;
    }

    void tell(@Observes LibraryReady ready) {
        DataFolder.runningServer(folder.path()).ifPresent(address -> System.out.println(text(address)));
    }

    private static String text(URI address) {
        String url = address.toString().replace("127.0.0.1", "localhost");
        return """

                Footnote is ready: %s
                  curl -s %s/api/v1/ask -H 'Content-Type: application/json' -d '{"question":"Who vetoed the resolution?"}'
                Stop it with Ctrl+C.
                """
                .formatted(url, url);
    }
}
