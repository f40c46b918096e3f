package dev.footnote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.home.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The same over a real PostgreSQL, each test in a schema of its own; and what several replicas share there. */
class PostgresqlStoreTest extends StoreContract {

    @AutoClose
    private static final PostgresqlServer SERVER = PostgresqlServer.started();

    private String schema = "";

    @Override
    Database open() {
        schema = SERVER.newSchema();
        return SERVER.database(schema);
    }

    @Test
    void oneAtATimeHasALeaseUntilItEnds() {
        StoredLeases one = new StoredLeases(database);
        Database another = SERVER.database(schema);
        StoredLeases other = new StoredLeases(another);
        assertThat(other.isTaken("lead")).isFalse();
        assertThat(one.take("lead")).isTrue();
        assertThat(one.take("lead")).isTrue();
        assertThat(other.take("lead")).isFalse();
        assertThat(other.isTaken("lead")).isTrue();

        database.change("UPDATE lease SET until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        assertThat(other.isTaken("lead")).isFalse();
        assertThat(other.take("lead")).isTrue();
        assertThat(one.take("lead")).isFalse();

        one.release("lead");
        assertThat(other.isTaken("lead")).isTrue();
        other.release("lead");
        assertThat(one.take("lead")).isTrue();
    }

    @Test
    void aTextIsItsReplicasUntilThatIsGone() {
        StoredLibrary library = new StoredLibrary(database, 1_000);
        StoredIndexedRevisions one = new StoredIndexedRevisions(database, library);
        Database another = SERVER.database(schema);
        StoredLibrary seenByOther = new StoredLibrary(another, 1_000);
        StoredIndexedRevisions other = new StoredIndexedRevisions(another, seenByOther);
        new StoredLeases(database).live();

        library.add(article("a", "A text."));
        assertThat(one.ofOthers()).isEmpty();
        assertThat(one.abandoned()).isEmpty();
        assertThat(other.ofOthers()).containsExactly("a");
        assertThat(other.abandoned()).isEmpty();

        database.change("UPDATE lease SET until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        assertThat(other.ofOthers()).isEmpty();
        assertThat(other.abandoned()).containsExactly("a");

        one.indexed("a", "another revision");
        assertThat(one.areIndexed("a")).isFalse();
        one.indexed("a", article("a", "A text.").revision());
        assertThat(one.areIndexed("a")).isTrue();
        assertThat(other.abandoned()).isEmpty();
        assertThat(seenByOther.ids()).containsExactly("a");
        assertThat(other.areIndexed("a")).isTrue();
    }

    @Test
    void aSecretIsMadeOnceForAll() {
        byte[] first = "first".getBytes(StandardCharsets.UTF_8);
        byte[] second = "second".getBytes(StandardCharsets.UTF_8);
        Database another = SERVER.database(schema);
        assertThat(new StoredSecrets(database).get("key", () -> first)).contains(first);
        assertThat(new StoredSecrets(another).get("key", () -> second)).contains(first);
        assertThat(new StoredSecrets(another).get("other key", () -> second)).contains(second);
    }

    @Test
    void withoutTheServerEachCallSaysSoAndThenGoesOn() {
        StoredLibrary library = new StoredLibrary(database, 1_000);
        library.add(article("a", "A text."));
        SERVER.stop();
        try {
            assertThatThrownBy(library::ids)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("footnote.store.url");
            assertThatThrownBy(() -> library.add(article("b", "B"))).isInstanceOf(StoreUnavailableException.class);
        } finally {
            SERVER.start();
        }
        assertThat(library.ids()).containsExactly("a");
        library.add(article("b", "B"));
        assertThat(library.ids()).containsExactly("a", "b");
    }
}
