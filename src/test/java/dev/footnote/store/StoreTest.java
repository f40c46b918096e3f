package dev.footnote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.home.CannotStartException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database, whose file only one process has. */
class StoreTest extends StoreContract {

    private final Path folder;
    private final JdbcConnectionPool pool;

    StoreTest(@TempDir Path folder) {
        this.folder = folder;
        pool = pool(folder);
    }

    @Override
    Database open() {
        return database(folder, pool);
    }

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void damagedFileEndsInASentence() throws IOException {
        pool.dispose();
        Path file = folder.resolve("footnote.mv.db");
        Files.writeString(file, "x".repeat((int) Files.size(file)), StandardCharsets.ISO_8859_1);
        JdbcConnectionPool damaged = pool(folder);
        assertThatThrownBy(() -> database(folder, damaged))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("move it away");
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill(@TempDir Path other) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        other.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String acknowledged = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("kept ")) {
                    acknowledged = line.substring(5);
                    if (acknowledged.equals("50")) {
                        child.toHandle().destroyForcibly(); // the process closes what is still to be read of it
                    }
                }
            }
        }
        child.waitFor();
        JdbcConnectionPool reopened = pool(other);
        StoredLibrary library = new StoredLibrary(database(other, reopened), 0);
        int last = Integer.parseInt(acknowledged);
        assertThat(last).isGreaterThanOrEqualTo(50);
        for (int i = 0; i <= last; i++) {
            assertThat(library.find("article-" + i)).isPresent();
        }
        reopened.dispose();
    }

    /** Keeps articles until it is killed. */
    static class Endless {

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            StoredLibrary library = new StoredLibrary(database(folder, pool(folder)), 0);
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                library.add(article("article-" + i, "text ".repeat(800)));
                System.out.println("kept " + i);
            }
        }
    }

    private static JdbcConnectionPool pool(Path folder) {
        return JdbcConnectionPool.create(DatabaseLocation.url(folder), "footnote", "footnote");
    }

    private static Database database(Path folder, JdbcConnectionPool pool) {
        return new Database(
                DatabaseKind.H2,
                Database.file(folder),
                pool,
                Flyway.configure().dataSource(pool).load());
    }
}
