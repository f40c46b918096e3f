package dev.footnote.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footnote.home.CannotStartException;
import dev.footnote.home.DataFolder;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database: locked, migrated and open. Every statement is its own transaction and is written out before
 * it returns. Values without a table of their own are kept as JSON.
 */
@Singleton
@Startup(2_000) // while the models open
class Database {

    /** What an older or a newer Footnote wrote is read as far as it is known. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final DataSource dataSource;

    /** Takes the folder first: it holds the lock, without which nobody may open the file. */
    @Inject
    Database(DataFolder folder, DataSource dataSource, Flyway flyway) {
        this(folder.path(), dataSource, flyway);
    }

    /** @throws CannotStartException if the file cannot be opened; the message names the remedy */
    Database(Path folder, DataSource dataSource, Flyway flyway) {
        this.dataSource = dataSource;
        try {
            flyway.migrate();
        } catch (FlywayException | IllegalStateException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new CannotStartException(
                    "The database " + folder.resolve("footnote.mv.db") + " cannot be opened ("
                            + firstLine(cause)
                            + "); put back a copy of it, or move it away to begin anew: seeds are then read again, but"
                            + " uploads, answers and feedback in it are lost.",
                    e);
        }
    }

    /** Makes a value of one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be read: " + e.getMessage(), e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
        return list(sql, row, parameters).stream().findFirst();
    }

    /** Returns how many rows it changed. */
    int change(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be written: " + e.getMessage(), e);
        }
    }

    /** As {@link #change}, but nothing happens where a key is there already. Returns whether it was not. */
    boolean insert(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
            return true;
        } catch (SQLIntegrityConstraintViolationException e) {
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be written: " + e.getMessage(), e);
        }
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

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object[] parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static String firstLine(Throwable cause) {
        return (cause.getMessage() == null ? cause.toString() : cause.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
