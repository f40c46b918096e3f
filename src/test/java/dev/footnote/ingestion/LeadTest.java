package dev.footnote.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.home.CannotStartException;
import dev.footnote.retrieval.IndexConfig.IndexEngine;
import io.quarkus.runtime.ShutdownEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class LeadTest {

    /** Leases that several replicas of one test share; one that dies gives nothing back. */
    private static final class SharedLeases implements Leases {

        private final Set<String> mine = ConcurrentHashMap.newKeySet();
        private final Set<String> taken;

        SharedLeases(Set<String> taken) {
            this.taken = taken;
        }

        @Override
        public boolean areShared() {
            return true;
        }

        @Override
        public boolean take(String name) {
            if (mine.contains(name)) {
                return true;
            }
            return taken.add(name) && mine.add(name);
        }

        @Override
        public boolean isTaken(String name) {
            return taken.contains(name);
        }

        @Override
        public void release(String name) {
            if (mine.remove(name)) {
                taken.remove(name);
            }
        }

        @Override
        public void live() {
            mine.add("alive");
        }
    }

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @Test
    void replicasThatDoNotShareTheIndexDoNotStart() {
        assertThatThrownBy(() -> new Lead(new SharedLeases(taken), () -> IndexEngine.LUCENE))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("footnote.index.engine=opensearch");
    }

    @Test
    void replicasThatShareTheIndexStart() {
        assertThatCode(() -> new Lead(new SharedLeases(taken), () -> IndexEngine.OPENSEARCH).close(new ShutdownEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void oneLeadsUntilItStops() {
        Lead first = new Lead(new SharedLeases(taken));
        Lead second = new Lead(new SharedLeases(taken));
        try {
            assertThat(first.isOurs()).isTrue();
            assertThat(second.isOurs()).isFalse();

            first.begun();
            assertThat(second.hasBegun()).isTrue();

            first.close(new ShutdownEvent());
            assertThat(second.isOurs()).isTrue();
            assertThat(second.hasBegun()).isFalse();
        } finally {
            second.close(new ShutdownEvent());
        }
    }

    @Test
    void oneFillsANewIndexWhoeverLeads() {
        Lead first = new Lead(new SharedLeases(taken));
        Lead second = new Lead(new SharedLeases(taken));
        try {
            assertThat(first.isOurs()).isTrue();
            assertThat(second.fills()).isTrue();
            assertThat(first.fills()).isFalse();

            second.filled();
            assertThat(first.fills()).isTrue();
            assertThat(second.fills()).isFalse();

            first.close(new ShutdownEvent());
            assertThat(second.fills()).isTrue();
        } finally {
            second.close(new ShutdownEvent());
        }
    }
}
