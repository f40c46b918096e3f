package dev.footnote.store;

import dev.footnote.home.SharedSecrets;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Secrets in the database that replicas share. */
@Singleton
class StoredSecrets implements SharedSecrets {

    private final Database database;

    StoredSecrets(Database database) {
        this.database = database;
    }

    @Override
    public Optional<byte[]> get(String name, Supplier<byte[]> made) {
        if (!database.isShared()) {
            return Optional.empty();
        }
        Optional<byte[]> kept = kept(name);
        if (kept.isEmpty()) {
            // Of several that make one at once, the first counts.
            database.insert(
                    "INSERT INTO secret (name, content) VALUES (?, ?)",
                    name,
                    Base64.getEncoder().encodeToString(made.get()));
            kept = kept(name);
        }
        return kept;
    }

    private Optional<byte[]> kept(String name) {
        return database.first(
                "SELECT content FROM secret WHERE name = ?",
                row -> Base64.getDecoder().decode(row.getString("content")),
                name);
    }
}
