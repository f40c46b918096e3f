package dev.footnote.store;

import dev.footnote.article.Library;
import dev.footnote.ingestion.SeedRecords;
import dev.footnote.slack.queue.AskedQuestions;
import dev.footnote.slack.queue.ChannelArticles;
import dev.footnote.slack.queue.Inbox;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/** The real database of a folder, for tests that need no container. */
public final class Stores implements AutoCloseable {

    private static final long CACHE = 64_000_000;

    private final JdbcConnectionPool pool;
    private final Database database;

    /** Opens it, making it if need be. */
    public Stores(Path folder) {
        pool = JdbcConnectionPool.create(DatabaseLocation.url(folder), "footnote", "footnote");
        database =
                new Database(folder, pool, Flyway.configure().dataSource(pool).load());
    }

    /** Reads from disk what an earlier one has kept. */
    public Library library() {
        return new StoredLibrary(database, () -> new MemorySize(BigInteger.valueOf(CACHE)));
    }

    public SeedRecords seeds() {
        return new StoredSeedRecords(database);
    }

    public Inbox slackInbox() {
        return new StoredInbox(database);
    }

    public AskedQuestions askedInSlack() {
        return new StoredAskedQuestions(database);
    }

    public ChannelArticles slackChannels() {
        return new StoredChannelArticles(database);
    }

    int change(String sql) {
        return database.change(sql);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
