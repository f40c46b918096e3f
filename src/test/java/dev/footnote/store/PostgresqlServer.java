package dev.footnote.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL, on loopback alone, which can go away and come back with what it had. */
public final class PostgresqlServer implements AutoCloseable {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final Path folder;
    private int port;
    private @Nullable EmbeddedPostgres running;

    private PostgresqlServer(Path folder) {
        this.folder = folder;
    }

    /** A new one, empty and running. */
    public static PostgresqlServer started() {
        try {
            PostgresqlServer server = new PostgresqlServer(Files.createTempDirectory("footnote-postgresql"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again, on the same port, with what it had. */
    public void start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // Its own log would fill that of the tests.
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            port = started.getPort();
            running = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it; its connections break. */
    public void stop() {
        EmbeddedPostgres before = running;
        if (before != null) {
            try {
                running = null;
                before.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The name of a schema that was made just now. */
    public String newSchema() {
        String schema = "schema" + SCHEMAS.incrementAndGet();
        try (Connection connection = dataSource("public").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
            return schema;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a schema, for {@code footnote.store.url}; anybody may come in by it. */
    public String url(String schema) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&currentSchema=" + schema;
    }

    Database database(String schema) {
        DataSource dataSource = dataSource(schema);
        return new Database(
                DatabaseKind.POSTGRESQL,
                "of the test",
                dataSource,
                Flyway.configure()
                        .dataSource(dataSource)
                        .locations("db/postgresql")
                        .load());
    }

    private DataSource dataSource(String schema) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(schema));
        return dataSource;
    }

    @Override
    public void close() {
        stop();
        FileUtils.deleteQuietly(folder.toFile());
    }
}
