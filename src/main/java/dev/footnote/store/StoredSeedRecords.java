package dev.footnote.store;

import dev.footnote.ingestion.SeedRecord;
import dev.footnote.ingestion.SeedRecords;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is remembered of seeds, in the database. */
@Singleton
class StoredSeedRecords implements SeedRecords {

    private final Database database;

    StoredSeedRecords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<SeedRecord> find(String fileName) {
        return database.first("SELECT * FROM seed WHERE file_name = ?", StoredSeedRecords::read, fileName);
    }

    @Override
    public List<SeedRecord> all() {
        return database.list("SELECT * FROM seed ORDER BY file_name", StoredSeedRecords::read);
    }

    @Override
    public void remember(SeedRecord seed) {
        database.put(
                "seed",
                List.of("file_name"),
                List.of("sha256", "article_id"),
                seed.fileName(),
                seed.sha256(),
                seed.articleId());
    }

    @Override
    public void forget(String fileName) {
        database.change("DELETE FROM seed WHERE file_name = ?", fileName);
    }

    private static SeedRecord read(ResultSet row) throws SQLException {
        return new SeedRecord(row.getString("file_name"), row.getString("sha256"), row.getString("article_id"));
    }
}
