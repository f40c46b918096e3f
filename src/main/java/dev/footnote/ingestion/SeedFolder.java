package dev.footnote.ingestion;

import dev.footnote.article.AddedArticle;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.article.LibraryReady;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.home.AuditLog;
import dev.footnote.home.Home;
import dev.footnote.home.StoreUnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;

/**
 * Reads {@code seeds/} at start and keeps the library equal to it: a new, changed or removed file is a new, changed or
 * removed article. The folder is looked through again and again rather than watched by the operating system, because
 * that tells nothing of folders that are mounted into a container or lie on a network. Of several replicas only the one that
 * {@link Lead leads} reads it.
 */
@Singleton
class SeedFolder {

    private static final Logger LOG = Logger.getLogger(SeedFolder.class);

    /** Between two lines of progress while many files are read. */
    private static final Duration REPORT_EVERY = Duration.ofSeconds(2);

    /** Between two tries to reach an index that is on a server. */
    private static final Duration OUT_OF_REACH = Duration.ofSeconds(1);

    private final Home home;
    private final Ingestion ingestion;
    private final SeedRecords records;
    private final Lead lead;
    private final IngestionConfig config;
    private final Event<LibraryReady> ready;

    /** Each file as it was when it was last read, for good or ill. */
    private final Map<String, Stamp> read = new HashMap<>();

    /** Each file as it was when it was last seen; one that still changes is not read yet. */
    private final Map<String, Stamp> seen = new HashMap<>();

    /** Files that could not be read, each logged once. */
    private final Set<String> unreadable = new HashSet<>();

    /** Whether this process has begun to lead; used by its thread alone. */
    private boolean leads;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "seeds");

    @Inject
    SeedFolder(
            Home home,
            Ingestion ingestion,
            SeedRecords records,
            Lead lead,
            IngestionConfig config,
            Event<LibraryReady> ready) {
        this.lead = lead;
        this.home = home;
        this.ingestion = ingestion;
        this.records = records;
        this.config = config;
        this.ready = ready;
        thread.setDaemon(true);
    }

    /** What differs between a changed file and an unchanged one, known without reading it. */
    private record Stamp(FileTime modified, long size) {}

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Before the beans go, so that nothing is asked of a database that is closed. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        ingestion.stop();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    private void run() {
        try {
            while (!begun()) {
                if (stopping.await(OUT_OF_REACH.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            ingestion.nowReady();
            ready.fire(new LibraryReady());
            boolean isWatched = config.seeds() && !config.watchEvery().isZero();
            Duration pause = isWatched ? config.watchEvery() : OUT_OF_REACH;
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                goOn(isWatched);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The articles could not be made ready to be asked; Footnote stays not ready.", e);
        }
    }

    /**
     * Finds what there is, or sees that the replica that leads has done so. Returns whether it did: the index and the database
     * may be on servers that cannot be reached.
     */
    private boolean begun() {
        try {
            // One replica fills an index that is new; the others wait until it has the place of the one that was asked.
            if (ingestion.isToBeFilled() && !(lead.fills() && ingestion.fill())) {
                return false;
            }
            lead.filled();
            if (lead.isOurs()) {
                beginToLead();
                return true;
            }
            return lead.hasBegun() && ingestion.settle(false);
        } catch (IndexUnavailableException | StoreUnavailableException e) {
            LOG.debug("The index or the database is out of reach; trying again", e);
            return false;
        }
    }

    private void beginToLead() {
        ingestion.recover();
        if (config.seeds()) {
            scan(true);
        }
        leads = true;
        lead.begun();
    }

    private void goOn(boolean isWatched) {
        try {
            if (!lead.isOurs()) {
                leads = false;
                ingestion.settle(false);
            } else if (!leads) {
                // The one before is gone, and may have left things half done.
                beginToLead();
            } else if (ingestion.settle(true)) {
                ingestion.adopt();
                if (isWatched) {
                    scan(false);
                }
            }
        } catch (IndexUnavailableException | StoreUnavailableException e) {
            LOG.debug("The index or the database is out of reach; trying again", e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s could not be looked through; trying again.", home.seedsFolder());
        }
    }

    /** Looks through the folder once. At start every file is read as it is; later one must have come to rest. */
    private void scan(boolean atStart) {
        Optional<Map<String, Path>> there = files();
        if (there.isEmpty()) {
            // A folder that is not there now, such as one on a network, says nothing about its files.
            if (atStart) {
                LOG.warnf(
                        "There is no folder %s. Put articles into it, or set footnote.home to the folder that has it;"
                                + " articles can be uploaded meanwhile.",
                        home.seedsFolder().toAbsolutePath().normalize());
            }
            return;
        }
        Map<String, Path> files = there.get();
        Map<String, Path> due = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Optional<Stamp> stamp = stamp(file.getValue());
            if (stamp.isPresent() && !stamp.get().equals(read.get(file.getKey()))) {
                boolean atRest = stamp.get().equals(seen.put(file.getKey(), stamp.get()));
                if (atStart || atRest) {
                    due.put(file.getKey(), file.getValue());
                }
            }
        }
        boolean changed = forgetMissing(files);
        if (atStart) {
            ingestion.removeStraySeeds(files.keySet());
        }
        long reported = System.nanoTime();
        int done = 0;
        for (Map.Entry<String, Path> file : due.entrySet()) {
            if (stopping.getCount() == 0 || !lead.isOurs()) {
                return;
            }
            changed |= take(file.getKey(), file.getValue());
            done++;
            if (System.nanoTime() - reported > REPORT_EVERY.toNanos()) {
                LOG.infof("Reading %s: %d of %d files", home.seedsFolder(), done, due.size());
                ingestion.commit();
                reported = System.nanoTime();
            }
        }
        if (changed) {
            ingestion.commit();
        }
    }

    /** Reads one file. Returns whether the library has changed. */
    private boolean take(String name, Path file) {
        try {
            Optional<Stamp> stamp = stamp(file);
            boolean changed = take(name, file, readAll(file));
            // Not before: what failed for want of disk space or a permission is tried again.
            stamp.ifPresent(each -> read.put(name, each));
            unreadable.remove(name);
            return changed;
        } catch (UnreadableArticleException e) {
            stamp(file).ifPresent(each -> read.put(name, each));
            LOG.warnf("Skipped: %s", e.getMessage());
        } catch (NoSuchFileException e) {
            LOG.debugf("%s went away before it was read", file);
        } catch (IOException e) {
            if (unreadable.add(name)) {
                LOG.warnf("Skipped: %s cannot be read (%s). Check its permissions.", file, e.getMessage());
            }
        }
        return false;
    }

    private boolean take(String name, Path file, byte[] content) throws UnreadableArticleException {
        String hash = DigestUtils.sha256Hex(content);
        Optional<SeedRecord> before = records.find(name);
        if (before.isPresent() && before.get().sha256().equals(hash)) {
            return false;
        }
        Optional<String> id = before.flatMap(record -> Optional.ofNullable(record.articleId()))
                .filter(each -> !isShared(each, name));
        AddedArticle added = ingestion.seed(new Submission(name, content, null), id);
        records.remember(new SeedRecord(name, hash, added.article().id()));
        if (added.isNew()) {
            LOG.infof("Read %s: \"%s\"", file, added.article().title());
            if (id.equals(Optional.of(added.article().id()))) {
                AuditLog.replaced(
                        AuditLog.SEEDS, added.article().id(), added.article().revision());
            } else {
                AuditLog.added(
                        AuditLog.SEEDS, added.article().id(), added.article().revision());
            }
        } else {
            LOG.infof(
                    "%s has the same text as the article %s.",
                    file, added.article().id());
        }
        return added.isNew();
    }

    /** Whether another file of the same text stands behind an article, so that it must not change with this one. */
    private boolean isShared(String articleId, String name) {
        return records.all().stream()
                .anyMatch(other ->
                        articleId.equals(other.articleId()) && !other.fileName().equals(name));
    }

    private byte[] readAll(Path file) throws IOException, UnreadableArticleException {
        long size = Files.size(file);
        long most = config.largestSeed().asLongValue();
        if (size > most) {
            throw new UnreadableArticleException(
                    UnreadableArticleException.UnreadableReason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "%s has %,d bytes; the limit is %,d. Split it, or raise footnote.ingestion.largest-seed.",
                            file,
                            size,
                            most));
        }
        return Files.readAllBytes(file);
    }

    private boolean forgetMissing(Map<String, Path> files) {
        boolean changed = false;
        for (SeedRecord record : records.all()) {
            if (!files.containsKey(record.fileName())) {
                String id = record.articleId();
                if (id != null && !isShared(id, record.fileName()) && ingestion.removeSeed(id)) {
                    changed = true;
                    LOG.infof("%s is gone, and so is the article %s.", record.fileName(), id);
                    AuditLog.deleted(AuditLog.SEEDS, id);
                }
                // Last: a crash before leaves the record, and the next start does the rest.
                records.forget(record.fileName());
                read.remove(record.fileName());
                seen.remove(record.fileName());
            }
        }
        return changed;
    }

    /** The files of the folder by their names; nothing if there is no folder. */
    private Optional<Map<String, Path>> files() {
        Path folder = home.seedsFolder();
        try (Stream<Path> entries = Files.list(folder)) {
            Map<String, Path> files = new TreeMap<>();
            entries.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(file -> files.put(file.getFileName().toString(), file));
            return Optional.of(files);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
