package dev.footnote.ingestion;

import dev.footnote.article.AddedArticle;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleReaders;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.IndexingFailedException;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Library;
import dev.footnote.article.Manuscript;
import dev.footnote.article.Submission;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.home.AuditLog;
import dev.footnote.retrieval.PassageIndex;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way into the library and out of it. What it returns is kept, and can be asked unless it has more text than
 * {@code footnote.ingestion.wait-for}; then {@link #progress} says when. Safe for use by several threads.
 */
@Singleton
public class Ingestion {

    private static final Logger LOG = Logger.getLogger(Ingestion.class);

    private final ArticleReaders readers;
    private final Library library;
    private final PassageIndex index;
    private final Indexer indexer;
    private final SeedRecords seeds;
    private final IndexedRevisions indexed;
    private final IngestionConfig config;
    private final Clock clock;

    /** Large articles wait here for one another, so that they leave a core to questions. */
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ingestion");
        thread.setDaemon(true);
        return thread;
    });

    /** Whether what is missing in the index is being added. */
    private volatile boolean isSettling;

    private final CountDownLatch ready = new CountDownLatch(1);

    @Inject
    Ingestion(
            ArticleReaders readers,
            Library library,
            PassageIndex index,
            Indexer indexer,
            SeedRecords seeds,
            IndexedRevisions indexed,
            IngestionConfig config,
            Clock clock) {
        this.readers = readers;
        this.library = library;
        this.index = index;
        this.indexer = indexer;
        this.seeds = seeds;
        this.indexed = indexed;
        this.config = config;
        this.clock = clock;
    }

    /** Before the beans go, so that nothing is asked of a database that is closed. */
    void close(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
        later.shutdown();
        if (!later.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("An article was still being indexed at shutdown. It is indexed at the next start.");
        }
    }

    /**
     * Reads a file, keeps it and indexes it. A text that is there already stays as it is, but for its warnings, which
     * become those of this file.
     *
     * @throws UnreadableArticleException if the file cannot become an article; nothing has changed then
     * @throws IndexingFailedException if it was kept but could not be indexed; the same text sent again is tried again
     */
    public AddedArticle add(Submission submission) throws UnreadableArticleException {
        AddedArticle added = keep(submission, null, false);
        indexSoon(added);
        return added;
    }

    /**
     * Puts another text under the same id. The old one can be asked until the new one is ready.
     *
     * @throws UnknownArticleException if there is no such article
     * @throws UnreadableArticleException if the file cannot become an article; nothing has changed then
     * @throws IndexingFailedException if it was kept but could not be indexed; the same text sent again is tried again
     */
    public Article replace(String id, Submission submission) throws UnreadableArticleException {
        requireArticle(id);
        Manuscript manuscript = readers.read(submission.fileName(), submission.content());
        AddedArticle added;
        synchronized (this) {
            requireArticle(id);
            added = keep(manuscript, submission, id, false);
            // From here on the article is the user's: a change of the seed file no longer overwrites it.
            releaseSeeds(id);
        }
        indexSoon(added);
        return added.article();
    }

    private void requireArticle(String id) {
        if (library.summary(id).isEmpty()) {
            throw new UnknownArticleException(id);
        }
    }

    /** Takes an article out; a seed stays away until its file changes. Returns whether there was one. */
    public synchronized boolean remove(String id) {
        releaseSeeds(id);
        boolean removed = library.remove(id);
        indexer.remove(id);
        index.commit();
        return removed;
    }

    /** How far an article is on its way into the index. */
    public IndexingProgress progress(String id) {
        IndexingProgress own = indexer.progress(id);
        if (!indexed.areShared() || isBeingIndexed(id) || own.state() == IndexingProgress.State.FAILED) {
            return own;
        }
        // Another replica may have put the text there, or be about to.
        return indexed.areIndexed(id) ? IndexingProgress.READY : Indexer.WAITING;
    }

    /** Why no article can be asked now, for whoever runs Footnote; empty if that is not so, and before the start is over. */
    public Optional<String> outage() {
        Optional<String> outage = index.outage();
        return outage.isEmpty() && isReady() && (isSettling || index.isInDoubt())
                ? Optional.of(
                        "The index could not be reached for a while; Footnote looks what it holds and adds what is"
                                + " missing.")
                : outage;
    }

    /** Whether every article that was there at start can be asked. */
    public boolean isReady() {
        return ready.getCount() == 0;
    }

    /** Waits until {@link #isReady()}. */
    public void awaitReady() throws InterruptedException {
        ready.await();
    }

    /** Waits until {@link #isReady()}, but at most so long. Returns whether it is. */
    public boolean awaitReady(Duration longest) throws InterruptedException {
        return ready.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Begins nothing more that takes long; the next start goes on with it. */
    void stop() {
        indexer.stop();
    }

    void nowReady() {
        ready.countDown();
    }

    /**
     * Finds what the index still holds from before, and indexes what it does not.
     *
     * @throws dev.footnote.article.IndexUnavailableException if the index cannot be reached
     */
    void recover() {
        Set<String> held = index.reopen(() -> revisions(library.summaries()));
        Set<String> others = indexed.ofOthers();
        List<ArticleSummary> articles = library.summaries();
        List<String> missing = new ArrayList<>();
        for (ArticleSummary article : articles) {
            if (held.contains(article.id())) {
                if (!indexed.areIndexed(article.id())) {
                    indexed.indexed(article.id(), article.revision());
                }
                indexer.found(article.id());
            } else if (!others.contains(article.id())) {
                missing.add(article.id());
            }
        }
        if (!missing.isEmpty()) {
            LOG.infof("%d of %d kept articles are not in the index; indexing them.", missing.size(), articles.size());
        }
        missing.forEach(this::recover);
        index.commit();
    }

    /** Whether the index is new and another one is asked until this one is {@link #fill filled}. */
    boolean isToBeFilled() {
        return index.isBesideAnother();
    }

    /**
     * Fills an index that stands beside another one, and puts it into that one's place once it holds all that the library has.
     * Returns whether nothing is left to do: an article may have come while the others were indexed.
     *
     * @throws dev.footnote.article.IndexUnavailableException if the index cannot be reached
     */
    boolean fill() {
        recover();
        if (!index.holds(indexableRevisions())) {
            return false;
        }
        List<String> lacking = library.ids().stream().filter(indexer::isGivenUp).toList();
        if (!lacking.isEmpty()) {
            // Whatever is wrong with them may be wrong with the new model: the other index is not thrown away for it.
            LOG.errorf(
                    "The new index does not take the place of the one that is asked, since it lacks %s, which cannot be"
                            + " indexed. It is tried again at the next start; delete what cannot be helped.",
                    String.join(", ", lacking));
            return true;
        }
        index.takePlace();
        // Until now a replica of the other model may have put something into the other index alone.
        addMissing();
        return true;
    }

    /** All articles but those that cannot be indexed, and those that another replica is about to put into its index. */
    private Map<String, String> indexableRevisions() {
        Set<String> others = indexed.ofOthers();
        return revisions(library.summaries().stream()
                .filter(article -> !others.contains(article.id()) && !indexer.isGivenUp(article.id()))
                .toList());
    }

    /** Indexes what replicas that are gone have kept and not indexed. */
    void adopt() {
        List<String> abandoned = indexed.abandoned().stream()
                // What cannot be indexed is told of once.
                .filter(id -> indexer.progress(id).state() != IndexingProgress.State.FAILED)
                .toList();
        if (!abandoned.isEmpty()) {
            LOG.infof("%d articles are not in the index, and their replica is gone; indexing them.", abandoned.size());
            abandoned.forEach(this::recover);
            index.commit();
        }
    }

    private static Map<String, String> revisions(List<ArticleSummary> articles) {
        return articles.stream().collect(Collectors.toMap(ArticleSummary::id, ArticleSummary::revision));
    }

    /**
     * Puts the index right after an outage: what it lost, and what could not be put into it, is indexed again. Returns whether
     * the index can be reached.
     *
     * @param leads whether this process puts it right; where another replica does, it is waited for
     */
    boolean settle(boolean leads) {
        if (index.outage().isPresent()) {
            return false;
        }
        if (index.isInDoubt()) {
            isSettling = true;
            try {
                if (leads) {
                    LOG.info("The index can be reached again; looking what it holds.");
                    addMissing();
                } else if (!index.holds(indexedRevisions())) {
                    return false;
                }
            } finally {
                isSettling = false;
            }
        }
        indexer.takePutOff().forEach(this::recover);
        return index.outage().isEmpty();
    }

    /** The articles of which some replica has said that they are in the index. */
    private Map<String, String> indexedRevisions() {
        return revisions(library.summaries().stream()
                .filter(article -> indexed.areIndexed(article.id()))
                .toList());
    }

    private void addMissing() {
        List<String> lost = new ArrayList<>();
        // Nothing is put into the index meanwhile: what came between the list and the look would be forgotten.
        synchronized (indexer) {
            Set<String> held = index.reopen(() -> revisions(library.summaries()));
            Set<String> others = indexed.ofOthers();
            library.summaries().stream()
                    .map(ArticleSummary::id)
                    .filter(id -> !held.contains(id) && !others.contains(id) && !isBeingIndexed(id))
                    .forEach(lost::add);
            lost.forEach(id -> indexer.waiting(id, Optional.empty()));
        }
        if (!lost.isEmpty()) {
            LOG.infof("%d articles are missing in the index; indexing them.", lost.size());
        }
        lost.forEach(this::index);
        index.commit();
    }

    private boolean isBeingIndexed(String id) {
        return indexer.isTracked(id) && indexer.progress(id).state() == IndexingProgress.State.INDEXING;
    }

    /** Indexes an article that is not in the index, unless somebody put another text in its place meanwhile. */
    private void recover(String id) {
        synchronized (this) {
            if (isBeingIndexed(id)
                    || !indexed.areShared() && indexer.progress(id).state() == IndexingProgress.State.READY) {
                return;
            }
            indexer.waiting(id, Optional.empty());
        }
        index(id);
    }

    /**
     * Indexes the text that an article has now; it need not be in memory while it waits for its turn. Returns whether that was
     * put off.
     */
    private boolean index(String id) {
        Optional<Article> article;
        long ticket;
        synchronized (this) {
            article = library.find(id);
            ticket = indexer.ticket(id);
        }
        return article.isPresent() && indexer.index(article.get(), ticket);
    }

    /** Reads and indexes a file of {@code seeds/}, under the id of the seed it was before, if any; {@link #commit} follows. */
    AddedArticle seed(Submission submission, Optional<String> id) throws UnreadableArticleException {
        AddedArticle added = keep(submission, id.filter(this::isSeed).orElse(null), true);
        if (added.isNew()) {
            index(added.article().id());
        }
        return added;
    }

    /** Takes out the article of a seed whose file is gone; what someone uploaded stays. Returns whether it did. */
    synchronized boolean removeSeed(String id) {
        return isSeed(id) && remove(id);
    }

    private boolean isSeed(String id) {
        return library.summary(id).filter(ArticleSummary::seed).isPresent();
    }

    /** Takes out seeds that have neither a file nor a record: a crash came between keeping and remembering them. */
    void removeStraySeeds(Set<String> fileNames) {
        Set<String> remembered = seeds.all().stream()
                .map(SeedRecord::articleId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (ArticleSummary article : library.summaries()) {
            if (article.seed() && !remembered.contains(article.id()) && !fileNames.contains(article.fileName())) {
                remove(article.id());
                AuditLog.deleted(AuditLog.SEEDS, article.id());
            }
        }
    }

    void commit() {
        index.commit();
    }

    /** Reads a file and keeps it under an id, or under a new one; reading comes first and holds up nobody. */
    private AddedArticle keep(Submission submission, @Nullable String id, boolean seed)
            throws UnreadableArticleException {
        return keep(readers.read(submission.fileName(), submission.content()), submission, id, seed);
    }

    private synchronized AddedArticle keep(
            Manuscript manuscript, Submission submission, @Nullable String id, boolean seed) {
        Optional<Article> same = library.findByText(manuscript.text());
        if (same.isPresent() && (id == null || same.get().id().equals(id) && hasTitle(same.get(), submission))) {
            return new AddedArticle(renewed(same.get(), manuscript, id != null && !seed), false);
        }
        while (true) {
            String under = id != null
                    ? id
                    : ArticleIds.of(submission.fileName(), taken -> library.summary(taken)
                            .isPresent());
            Article article = Article.of(
                    under,
                    manuscript.from(submission.source()),
                    submission.title(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    submission.fileName(),
                    seed);
            if (keep(article, id != null)) {
                return new AddedArticle(article, true);
            }
            // Another replica has taken the id since it was looked for.
        }
    }

    private boolean keep(Article article, boolean replaces) {
        Optional<Indexer.Tracked> before = indexer.waiting(article.id(), library.find(article.id()));
        boolean isKept = false;
        try {
            if (replaces) {
                library.add(article);
                isKept = true;
            } else {
                isKept = library.addNew(article);
            }
            return isKept;
        } finally {
            if (!isKept) {
                indexer.restore(article.id(), before);
            }
        }
    }

    /** The same text read from another file: what that reading warns of is true now, what an earlier one did is not. */
    private Article renewed(Article kept, Manuscript manuscript, boolean isTheUsers) {
        Article renewed = kept.as(manuscript.warnings(), kept.seed() && !isTheUsers);
        if (!renewed.warnings().equals(kept.warnings()) || renewed.seed() != kept.seed()) {
            library.add(renewed);
        }
        return renewed;
    }

    private static boolean hasTitle(Article article, Submission submission) {
        return submission.title() == null || submission.title().strip().equals(article.title());
    }

    private void releaseSeeds(String articleId) {
        seeds.all().stream()
                .filter(seed -> articleId.equals(seed.articleId()))
                .forEach(seed -> seeds.remember(new SeedRecord(seed.fileName(), seed.sha256(), null)));
    }

    /** Indexes what is new, and again what could not be indexed before. */
    private void indexSoon(AddedArticle added) {
        String id = added.article().id();
        if (!added.isNew() && progress(id).state() != IndexingProgress.State.FAILED) {
            return;
        }
        if (added.article().text().length() > config.waitFor().asLongValue()) {
            later.execute(() -> indexNow(id));
            return;
        }
        boolean isPutOff = indexNow(id);
        IndexingProgress.State state = progress(id).state();
        if (isPutOff && state != IndexingProgress.State.READY) {
            throw IndexingFailedException.putOff(id);
        }
        if (state == IndexingProgress.State.FAILED) {
            throw IndexingFailedException.of(id);
        }
    }

    private boolean indexNow(String id) {
        boolean isPutOff = index(id);
        index.commit();
        return isPutOff;
    }
}
