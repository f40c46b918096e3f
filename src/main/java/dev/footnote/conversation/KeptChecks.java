package dev.footnote.conversation;

import java.util.Optional;

/** The checked texts that were kept. They do not expire. Safe for use by several threads. */
public interface KeptChecks {

    /** Keeps a check; on return it survives a crash. */
    void keep(KeptCheck check);

    /** The check of that id. */
    Optional<KeptCheck> find(String id);

    /** Takes a check back. Returns whether there was one. */
    boolean delete(String id);
}
