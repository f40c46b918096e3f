package dev.footnote.ingestion;

import dev.footnote.article.ArticleReaders;
import dev.footnote.article.Library;
import dev.footnote.article.LibraryReady;
import dev.footnote.home.GivenHome;
import dev.footnote.model.Encoder;
import dev.footnote.model.Models;
import dev.footnote.retrieval.Indexes;
import dev.footnote.retrieval.PassageIndex;
import dev.footnote.store.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Ingestion over a real folder, database and index, from a start to a stop. */
final class Running {

    /** In bytes. */
    static final int LARGEST_SEED = 20_000;

    /** Above it an article is indexed behind the scenes; in UTF-16 units. */
    static final int WAIT_FOR = 2_000;

    private static final int LARGEST_TEXT = 5_000_000;

    final Library library;
    final PassageIndex index;
    final Ingestion ingestion;

    private final Stores stores;
    private final SeedFolder folder;

    private record IngestionSettings(MemorySize waitFor, boolean seeds, MemorySize largestSeed, Duration watchEvery)
            implements IngestionConfig {}

    /** Returns when every article that is there can be asked. */
    static Running start(Path home, Encoder encoder) throws InterruptedException {
        return start(home, encoder, UnaryOperator.identity());
    }

    /** As {@link #start(Path, Encoder)}, with an index that something stands before. */
    static Running start(Path home, Encoder encoder, UnaryOperator<PassageIndex> before) throws InterruptedException {
        Running running = new Running(home, encoder, before);
        running.folder.start(new StartupEvent());
        running.ingestion.awaitReady();
        return running;
    }

    private Running(Path home, Encoder encoder, UnaryOperator<PassageIndex> before) {
        IngestionSettings config =
                new IngestionSettings(size(WAIT_FOR), true, size(LARGEST_SEED), Duration.ofMillis(20));
        stores = new Stores(home);
        library = stores.library();
        index = before.apply(Indexes.open(home.resolve("index")));
        ingestion = new Ingestion(
                new ArticleReaders(() -> size(LARGEST_TEXT)),
                library,
                index,
                new Indexer(Models.TOKENIZER, encoder, index, stores.indexed(), new SimpleMeterRegistry()),
                stores.seeds(),
                stores.indexed(),
                config,
                Clock.systemUTC());
        folder = new SeedFolder(
                GivenHome.withData(home), ingestion, stores.seeds(), new Lead(stores.leases()), config, new Unheard());
    }

    /** What a passage says that was found. */
    Optional<String> textOf(PassageIndex.PassageMatch found) {
        return Indexes.articleOf(library, index, found)
                .map(article -> found.passage().span().of(article.text()));
    }

    void stop() throws IOException, InterruptedException {
        folder.stop(new ShutdownEvent());
        ingestion.close(new ShutdownEvent());
        Indexes.close(index);
        stores.close();
    }

    private static MemorySize size(int size) {
        return new MemorySize(BigInteger.valueOf(size));
    }

    /** An event that nobody observes. */
    private static final class Unheard implements Event<LibraryReady> {

        @Override
        public void fire(LibraryReady event) {}

        @Override
        public <U extends LibraryReady> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends LibraryReady> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<LibraryReady> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends LibraryReady> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends LibraryReady> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
