package dev.footnote.store;

import dev.footnote.ingestion.IndexedRevisions;
import jakarta.inject.Singleton;
import java.util.Set;

/** Which texts are in the index, beside the articles in the database. */
@Singleton
class StoredIndexedRevisions implements IndexedRevisions {

    private static final String WAITING = "SELECT id FROM article WHERE (indexed IS NULL OR indexed <> revision)";

    private static final String LIVES = "EXISTS (SELECT 1 FROM lease WHERE name = '" + StoredLeases.LIFE
            + "' || article.kept_by AND until >= CURRENT_TIMESTAMP)";

    private final Database database;
    private final StoredLibrary library;

    StoredIndexedRevisions(Database database, StoredLibrary library) {
        this.database = database;
        this.library = library;
    }

    @Override
    public boolean areShared() {
        return database.isShared();
    }

    @Override
    public void indexed(String articleId, String revision) {
        if (database.isShared()) {
            library.indexed(articleId, revision);
        }
    }

    @Override
    public boolean areIndexed(String articleId) {
        return library.isIndexed(articleId);
    }

    @Override
    public Set<String> ofOthers() {
        return database.isShared()
                ? Set.copyOf(database.list(
                        WAITING + " AND kept_by <> ? AND " + LIVES, row -> row.getString("id"), database.replica()))
                : Set.of();
    }

    @Override
    public Set<String> abandoned() {
        return database.isShared()
                ? Set.copyOf(database.list(
                        WAITING + " AND kept_by <> ? AND NOT " + LIVES, row -> row.getString("id"), database.replica()))
                : Set.of();
    }
}
