package dev.footnote.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same over a real PostgreSQL, each test in a schema of its own. */
class PostgresqlStoreTest extends StoreContract {

    private static PostgresqlServer server;

    @BeforeAll
    static void start() {
        server = PostgresqlServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Database open() {
        return server.database(server.newSchema());
    }
}
