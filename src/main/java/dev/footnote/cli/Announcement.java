package dev.footnote.cli;

import dev.footnote.article.LibraryReady;
import dev.footnote.home.ServerListening;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells the person who started the server where it is and how to ask it, once it listens and can answer. */
@Singleton
class Announcement {

    private @Nullable URI address;
    private boolean isReady;

    synchronized void listening(@Observes ServerListening event) {
        address = event.address();
        tell();
    }

    synchronized void ready(@Observes LibraryReady event) {
        isReady = true;
        tell();
    }

    private void tell() {
        if (address != null && isReady) {
            System.out.println(text(address));
        }
    }

    private static String text(URI address) {
        String url = address.toString().replace("127.0.0.1", "localhost");
        return """

                Footnote is ready: %s
                  curl -s -H 'Accept: text/plain' '%s/api/v1/ask?q=what+is+this+about'
                Stop it with Ctrl+C.
                """
                .formatted(url, url);
    }
}
