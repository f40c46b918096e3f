package dev.footnote.ingestion;

/**
 * What one replica at a time does. A lease that is not taken again ends by itself, by a clock that all share. Where there is
 * only one process it has every lease. Safe for use by several threads.
 */
public interface Leases {

    /** Whether there may be other replicas. */
    boolean areShared();

    /** Takes a lease that nobody else has, or keeps it for longer. Returns whether this process has it now. */
    boolean take(String name);

    /** Whether some replica has it now. */
    boolean isTaken(String name);

    /** Gives it back, so that another can take it at once. */
    void release(String name);

    /** Takes the lease that says that this process lives. */
    void live();
}
