package dev.footnote.store;

import dev.footnote.answer.Answer;
import dev.footnote.conversation.Share;
import dev.footnote.conversation.Shares;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shares in the database. */
@Singleton
class StoredShares implements Shares {

    private final Database database;

    StoredShares(Database database) {
        this.database = database;
    }

    @Override
    public void keep(Share share) {
        database.change(
                "INSERT INTO share (id, shared_at, turns) VALUES (?, ?, ?)",
                share.id(),
                share.sharedAt(),
                Database.toJson(share.turns()));
    }

    @Override
    public Optional<Share> find(String id) {
        return database.first(
                "SELECT * FROM share WHERE id = ?",
                row -> new Share(
                        row.getString("id"),
                        Database.instant(row, "shared_at"),
                        List.of(Database.fromJson(row.getString("turns"), Answer[].class))),
                id);
    }

    @Override
    public boolean delete(String id) {
        return database.change("DELETE FROM share WHERE id = ?", id) > 0;
    }
}
