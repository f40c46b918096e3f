package dev.footnote.home;

import jakarta.inject.Singleton;

/** Whether strangers reach this process. Safe for use by several threads. */
@Singleton
public class Exposure {

    private volatile boolean unguarded;

    /** Whether a server listens beyond this machine and has no key to tell who may do more than read. */
    public boolean isUnguarded() {
        return unguarded;
    }

    /** Told by the server once it listens. */
    public void listening(boolean beyondLoopback, boolean hasKey) {
        unguarded = beyondLoopback && !hasKey;
    }
}
