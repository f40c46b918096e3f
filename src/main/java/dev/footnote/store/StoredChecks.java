package dev.footnote.store;

import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedText;
import dev.footnote.conversation.KeptCheck;
import dev.footnote.conversation.KeptChecks;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Kept checks in the database. */
@Singleton
class StoredChecks implements KeptChecks {

    private final Database database;

    StoredChecks(Database database) {
        this.database = database;
    }

    @Override
    public void keep(KeptCheck check) {
        database.change(
                "INSERT INTO kept_check (id, checked_at, given, verified) VALUES (?, ?, ?, ?)",
                check.id(),
                check.checkedAt(),
                Database.toJson(check.given()),
                Database.toJson(check.verified()));
    }

    @Override
    public Optional<KeptCheck> find(String id) {
        return database.first(
                "SELECT * FROM kept_check WHERE id = ?",
                row -> new KeptCheck(
                        row.getString("id"),
                        Database.instant(row, "checked_at"),
                        Database.fromJson(row.getString("given"), UnverifiedText.class),
                        Database.fromJson(row.getString("verified"), VerifiedText.class)),
                id);
    }

    @Override
    public boolean delete(String id) {
        return database.change("DELETE FROM kept_check WHERE id = ?", id) > 0;
    }
}
