package dev.footnote.home;

import java.util.Optional;
import java.util.function.Supplier;

/** Secrets that all replicas of Footnote share. Implementations are safe for use by several threads. */
public interface SharedSecrets {

    /**
     * The secret of that name.
     *
     * @param made makes one where there is none yet
     * @return empty where there are no other replicas, and the secret may be kept in the data folder
     */
    Optional<byte[]> get(String name, Supplier<byte[]> made);
}
