package dev.footnote.store;

import dev.footnote.article.Library;
import dev.footnote.ingestion.IndexedRevisions;
import dev.footnote.ingestion.Leases;
import dev.footnote.ingestion.SeedRecords;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.queue.AskedQuestions;
import dev.footnote.slack.queue.ChannelArticles;
import dev.footnote.slack.queue.Inbox;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/** The real database of a folder, for tests that need no container. */
public final class Stores implements AutoCloseable {

    private static final long CACHE = 64_000_000;

    private final Runnable closing;
    private final Database database;

    /** Opens it, making it if need be. */
    public Stores(Path folder) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(DatabaseLocation.url(folder), "footnote", "footnote");
        closing = pool::dispose;
        database = new Database(
                DatabaseKind.H2,
                Database.file(folder),
                pool,
                Flyway.configure().dataSource(pool).load());
    }

    private Stores(Database database) {
        closing = () -> {};
        this.database = database;
    }

    /** That of a schema on a server. */
    static Stores in(PostgresqlServer server, String schema) {
        return new Stores(server.database(schema));
    }

    /** Reads from disk what an earlier one has kept. */
    public Library library() {
        return new StoredLibrary(database, CACHE);
    }

    public SeedRecords seeds() {
        return new StoredSeedRecords(database);
    }

    public Inbox slackInbox() {
        return new StoredInbox(database);
    }

    /** What Slack asked and was not answered. */
    public List<SlackQuestion> unansweredInSlack() {
        return database.list(
                "SELECT question FROM slack_inbox WHERE question <> ''",
                row -> Database.fromJson(row.getString("question"), SlackQuestion.class));
    }

    public AskedQuestions askedInSlack() {
        return new StoredAskedQuestions(database);
    }

    public ChannelArticles slackChannels() {
        return new StoredChannelArticles(database);
    }

    /** What replicas tell one another of the index. */
    public IndexedRevisions indexed() {
        return new StoredIndexedRevisions(database, new StoredLibrary(database, CACHE));
    }

    /** What one replica at a time does. */
    public Leases leases() {
        return new StoredLeases(database);
    }

    boolean isShared() {
        return database.isShared();
    }

    int change(String sql) {
        return database.change(sql);
    }

    @Override
    public void close() {
        closing.run();
    }
}
