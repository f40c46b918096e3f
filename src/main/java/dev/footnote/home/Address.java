package dev.footnote.home;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where readers reach this Footnote. */
@ConfigMapping(prefix = "footnote")
public interface Address {

    /** The address people type, such as {@code https://ask.example.org}; without it, links are relative. */
    Optional<URI> publicUrl();
}
