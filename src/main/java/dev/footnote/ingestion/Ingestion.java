package dev.footnote.ingestion;

import dev.footnote.article.Article;
import dev.footnote.article.ArticleReaders;
import dev.footnote.article.Library;
import dev.footnote.article.Manuscript;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.retrieval.PassageIndex;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way into the library and out of it. What it returns is kept, and can be asked unless it has more text than
 * {@code footnote.ingestion.wait-for}; then {@link #progress} tells when. Safe for use by several threads.
 */
@Singleton
public class Ingestion {

    private static final Logger LOG = Logger.getLogger(Ingestion.class);

    private final ArticleReaders readers;
    private final Library library;
    private final PassageIndex index;
    private final Indexer indexer;
    private final SeedRecords seeds;
    private final IngestionConfig config;
    private final Clock clock;

    /** Large articles wait here for one another, so that they leave a core to questions. */
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ingestion");
        thread.setDaemon(true);
        return thread;
    });

    private final CountDownLatch ready = new CountDownLatch(1);

    @Inject
    Ingestion(
            ArticleReaders readers,
            Library library,
            PassageIndex index,
            Indexer indexer,
            SeedRecords seeds,
            IngestionConfig config,
            Clock clock) {
        this.readers = readers;
        this.library = library;
        this.index = index;
        this.indexer = indexer;
        this.seeds = seeds;
        this.config = config;
        this.clock = clock;
    }

    /** Before the beans go, so that nothing is asked of a database that is closed. */
    void close(@Observes ShutdownEvent event) throws InterruptedException {
        later.shutdown(); // not interrupted: that closes the file which it writes at that moment, for everyone
        if (!later.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("An article was still being indexed at shutdown. It is indexed at the next start.");
        }
    }

    /**
     * An article as it now is in the library.
     *
     * @param article the article
     * @param isNew whether this call brought it: false where the same text was there already
     */
    public record Added(Article article, boolean isNew) {}

    /**
     * Reads a file, keeps it and indexes it. A text that is there already stays as it is.
     *
     * @throws UnreadableArticleException if the file cannot become an article; nothing has changed then
     */
    public Added add(Submission submission) throws UnreadableArticleException {
        Added added = keep(submission, null, false);
        if (added.isNew()) {
            indexSoon(added.article());
        }
        return added;
    }

    /**
     * Puts another text under the same id. The old one can be asked until the new one is ready.
     *
     * @throws UnknownArticleException if there is no such article
     * @throws UnreadableArticleException if the file cannot become an article; nothing has changed then
     */
    public Article replace(String id, Submission submission) throws UnreadableArticleException {
        if (library.find(id).isEmpty()) {
            throw new UnknownArticleException(id);
        }
        // From here on the article is the user's: a change of the seed file no longer overwrites it.
        releaseSeeds(id);
        Article article = keep(submission, id, false).article();
        indexSoon(article);
        return article;
    }

    /** Takes an article out; a seed stays away until its file changes. Returns whether there was one. */
    public synchronized boolean remove(String id) {
        releaseSeeds(id);
        boolean removed = library.remove(id);
        indexer.remove(id);
        index.commit();
        return removed;
    }

    /** How far an article is. */
    public Progress progress(String id) {
        return indexer.progress(id);
    }

    /** Whether every article that was there at start can be asked. */
    public boolean isReady() {
        return ready.getCount() == 0;
    }

    /** Waits until {@link #isReady()}. */
    public void awaitReady() throws InterruptedException {
        ready.await();
    }

    void nowReady() {
        ready.countDown();
    }

    /** Finds what the index still holds from before, and indexes what it does not. */
    void recover() {
        List<Article> articles = library.all();
        Set<String> held = index.reopen(articles);
        indexer.found(held);
        List<Article> missing = articles.stream()
                .filter(article -> !held.contains(article.id()))
                .toList();
        missing.forEach(article -> indexer.waiting(article.id()));
        if (!missing.isEmpty()) {
            LOG.infof("%d of %d kept articles are not in the index; indexing them.", missing.size(), articles.size());
        }
        missing.forEach(indexer::index);
        index.commit();
    }

    /** Reads and indexes a file of {@code seeds/}, under the id it had before if it had one; {@link #commit} follows. */
    Added seed(Submission submission, Optional<String> id) throws UnreadableArticleException {
        Added added = keep(
                submission, id.filter(each -> library.find(each).isPresent()).orElse(null), true);
        if (added.isNew()) {
            indexer.index(added.article());
        }
        return added;
    }

    void commit() {
        index.commit();
    }

    /** Keeps a text under an id, or under a new one; reading it comes first and holds up nobody. */
    private Added keep(Submission submission, @Nullable String id, boolean seed) throws UnreadableArticleException {
        Manuscript manuscript = readers.read(submission.fileName(), submission.content());
        synchronized (this) {
            Optional<Article> same = withText(manuscript.text());
            if (same.isPresent() && (id == null || same.get().id().equals(id) && hasTitle(same.get(), submission))) {
                return new Added(same.get(), false);
            }
            String under = id != null
                    ? id
                    : ArticleIds.of(
                            submission.fileName(), taken -> library.find(taken).isPresent());
            Article article = Article.of(
                    under,
                    manuscript,
                    submission.title(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    submission.fileName(),
                    seed);
            indexer.waiting(under);
            library.add(article);
            return new Added(article, true);
        }
    }

    private static boolean hasTitle(Article article, Submission submission) {
        return submission.title() == null || submission.title().strip().equals(article.title());
    }

    private Optional<Article> withText(String text) {
        String revision = Article.revisionOf(text);
        return library.all().stream()
                .filter(article ->
                        article.revision().equals(revision) && article.text().equals(text))
                .findFirst();
    }

    private void releaseSeeds(String articleId) {
        seeds.all().stream()
                .filter(seed -> articleId.equals(seed.articleId()))
                .forEach(seed -> seeds.remember(new SeedRecord(seed.fileName(), seed.sha256(), null)));
    }

    private void indexSoon(Article article) {
        Runnable task = () -> {
            indexer.index(article);
            index.commit();
        };
        if (article.text().length() <= config.waitFor().asLongValue()) {
            task.run();
        } else {
            later.execute(task);
        }
    }
}
