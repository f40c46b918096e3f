package dev.footnote.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footnote.home.CannotStartException;
import dev.footnote.home.DataFolder;
import dev.footnote.home.StoreUnavailableException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The database: embedded, locked, migrated and open, or a PostgreSQL that several replicas share. Every statement is its
 * own transaction and is written out before it returns. Values without a table of their own are kept as JSON. Where the
 * database is on a server, each method may throw a {@link StoreUnavailableException}.
 */
@Singleton
@Startup(2_000) // while the models open
class Database {

    /** What an older or a newer Footnote wrote is read as far as it is known. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** SQL's class of states for what a key or another constraint forbids. */
    private static final String CONSTRAINT = "23";

    private final DataSource dataSource;
    private final DatabaseKind kind;

    /** Names this process among those that share the database. */
    private final String replica = UUID.randomUUID().toString();

    /** Takes the folder first: it holds the lock, without which nobody may open the file. */
    @Inject
    Database(
            DataFolder folder,
            @Any InjectableInstance<AgroalDataSource> dataSources,
            @Any InjectableInstance<Flyway> flyways,
            StoreConfig config) {
        this(
                config.url().isPresent() ? DatabaseKind.POSTGRESQL : DatabaseKind.H2,
                config.url().map(Database::told).orElseGet(() -> file(folder.path())),
                dataSources.getActive(),
                flyways.getActive());
    }

    /**
     * Migrates it.
     *
     * @param name what it is called in sentences
     * @throws CannotStartException if it cannot be opened; the message names the remedy
     */
    Database(DatabaseKind kind, String name, DataSource dataSource, Flyway flyway) {
        this.kind = kind;
        this.dataSource = dataSource;
        try {
            flyway.migrate();
        } catch (FlywayException | IllegalStateException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new CannotStartException(
                    "The database " + name + " cannot be opened (" + firstLine(cause) + "); "
                            + (kind == DatabaseKind.H2
                                    ? "put back a copy of it, or move it away to begin anew: seeds are then read again,"
                                            + " but uploads, answers and feedback in it are lost."
                                    : "see that it runs and that footnote.store.url, .user-name and .password are"
                                            + " right, and that this user may make tables in it."),
                    e);
        }
    }

    /** What the database in a folder is called in sentences. */
    static String file(Path folder) {
        return folder.resolve("footnote.mv.db").toString();
    }

    /** An address without its parameters, among which there may be a password. */
    private static String told(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** Makes a value of one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Several statements, of which all or none happen. */
    @FunctionalInterface
    interface TransactionWork<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** Statements that see one another and are seen by nobody else until all are done. */
    final class Transaction {

        private final Connection connection;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        /** As {@link Database#list}. */
        <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(row.read(rows));
                }
                return result;
            }
        }

        /** As {@link Database#change}. */
        int change(String sql, @Nullable Object... parameters) throws SQLException {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        }

        /** As {@link Database#put}. */
        void put(String table, List<String> key, List<String> others, @Nullable Object... values) throws SQLException {
            change(kind.upsert(table, key, others), values);
        }
    }

    /** Whether other processes may change what is in it. */
    boolean isShared() {
        return kind == DatabaseKind.POSTGRESQL;
    }

    /** The name of this process among those that share the database. */
    String replica() {
        return replica;
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            return new Transaction(connection).list(sql, row, parameters);
        } catch (SQLException e) {
            throw failure("read", e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
        return list(sql, row, parameters).stream().findFirst();
    }

    /** Returns how many rows it changed. */
    int change(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            return new Transaction(connection).change(sql, parameters);
        } catch (SQLException e) {
            throw failure("written", e);
        }
    }

    /** Inserts a row, or changes the one that has its key. The values are those of the key, then the others. */
    void put(String table, List<String> key, List<String> others, @Nullable Object... values) {
        change(kind.upsert(table, key, others), values);
    }

    /** As {@link #change}, but nothing happens where a key is there already. Returns whether it was not. */
    boolean insert(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            new Transaction(connection).change(sql, parameters);
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT)) {
                return false;
            }
            throw failure("written", e);
        }
    }

    /** Does several things at once. */
    <T> T together(TransactionWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(new Transaction(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure("written", e);
        }
    }

    /** A moment that a column holds. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String toJson(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static <T> T fromJson(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that is no " + type.getSimpleName(), e);
        }
    }

    private RuntimeException failure(String what, SQLException e) {
        return kind.isOutOfReach(e)
                ? new StoreUnavailableException(
                        "The database of footnote.store.url cannot be reached (" + firstLine(e)
                                + "). See that it runs; Footnote goes on by itself when it does.",
                        e)
                : new IllegalStateException("The database could not be " + what + ": " + e.getMessage(), e);
    }

    private PreparedStatement prepare(Connection connection, String sql, @Nullable Object[] parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, storable(parameters[i]));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private @Nullable Object storable(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof String text ? kind.storable(text) : value;
    }

    private static String firstLine(Throwable cause) {
        return (cause.getMessage() == null ? cause.toString() : cause.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
