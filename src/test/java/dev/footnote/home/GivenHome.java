package dev.footnote.home;

import java.nio.file.Path;
import java.util.Optional;

/** The folders that a test gives. */
public record GivenHome(Path home, Optional<Path> seeds, Optional<Path> data) implements Home {

    /** A home with its own seeds and data. */
    public static Home of(Path home) {
        return new GivenHome(home, Optional.empty(), Optional.empty());
    }

    /** A home that is its data folder too. */
    public static Home withData(Path home) {
        return new GivenHome(home, Optional.empty(), Optional.of(home));
    }
}
