package dev.footnote.conversation;

import java.util.Optional;

/** What was shared. It does not expire. Safe for use by several threads. */
public interface Shares {

    /** Keeps a share; on return it survives a crash. */
    void keep(Share share);

    /** The share of that id. */
    Optional<Share> find(String id);

    /** Takes a share back. Returns whether there was one. */
    boolean delete(String id);
}
