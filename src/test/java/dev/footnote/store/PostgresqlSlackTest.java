package dev.footnote.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Over a real PostgreSQL. */
class PostgresqlSlackTest extends StoredSlackContract {

    private static PostgresqlServer server;

    private String schema = "";

    @BeforeAll
    static void start() {
        server = PostgresqlServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void begin() {
        schema = server.newSchema();
    }

    @Override
    Stores stores() {
        return Stores.in(server, schema);
    }
}
