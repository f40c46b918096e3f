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

    /** Records where the server listens; called once it does. */
    public void listening(boolean beyondLoopback, boolean hasKey) {
        unguarded = beyondLoopback && !hasKey;
    }
}
