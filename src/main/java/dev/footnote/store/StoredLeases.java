package dev.footnote.store;

import dev.footnote.ingestion.Leases;
import jakarta.inject.Singleton;

/** Leases in the database, by its clock. The embedded one is this process's own. */
@Singleton
class StoredLeases implements Leases {

    /** The lease by which others know that the replica of that id lives. */
    static final String LIFE = "replica ";

    /** Longer than any pause of a healthy process; so long a dead one is waited for. */
    private static final String UNTIL = "CURRENT_TIMESTAMP + INTERVAL '15' SECOND";

    private final Database database;

    StoredLeases(Database database) {
        this.database = database;
    }

    @Override
    public boolean areShared() {
        return database.isShared();
    }

    @Override
    public boolean take(String name) {
        return !database.isShared()
                || database.change(
                                "INSERT INTO lease (name, holder, until) VALUES (?, ?, " + UNTIL
                                        + ") ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, until ="
                                        + " EXCLUDED.until WHERE lease.holder = EXCLUDED.holder OR lease.until <"
                                        + " CURRENT_TIMESTAMP",
                                name,
                                database.replica())
                        > 0;
    }

    @Override
    public boolean isTaken(String name) {
        return !database.isShared()
                || database.first(
                                "SELECT holder FROM lease WHERE name = ? AND until >= CURRENT_TIMESTAMP",
                                row -> row.getString("holder"),
                                name)
                        .isPresent();
    }

    @Override
    public void release(String name) {
        if (database.isShared()) {
            database.change("DELETE FROM lease WHERE name = ? AND holder = ?", name, database.replica());
        }
    }

    @Override
    public void live() {
        if (take(LIFE + database.replica())) {
            // What the dead have left is of no use a minute later.
            database.change("DELETE FROM lease WHERE until < CURRENT_TIMESTAMP - INTERVAL '60' SECOND");
        }
    }
}
