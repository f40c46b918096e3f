package dev.footnote.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import dev.footnote.article.Metadata;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Articles in the database; in memory the texts that were used lately, and of all the others everything but the text.
 * The oldest is the one that came first; to replace it keeps its place.
 *
 * <p>Each change takes the next version of the library, in the same transaction. Where other replicas change it, too,
 * each call compares the version with what it knows and reads what has a later one: it sees what another replica has
 * acknowledged.
 */
@Singleton
class StoredLibrary implements Library {

    private static final String SUMMARY =
            "SELECT id, title, media_type, author, written_on, source, added_at, file_name,"
                    + " seed, warnings, revision, characters, sequence_number, version";

    private static final List<String> KEY = List.of("id");

    private static final List<String> OTHERS = List.of(
            "title",
            "text",
            "characters",
            "media_type",
            "author",
            "written_on",
            "source",
            "page_starts",
            "added_at",
            "file_name",
            "seed",
            "warnings",
            "revision",
            "outline",
            "version");

    private final Database database;
    private final Cache<TextKey, Article> cache;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** What is known of each article but its text, by its id, in the order in which they came. */
    private final Map<String, KnownArticle> entries = new LinkedHashMap<>();

    private LibraryState known = new LibraryState(-1, -1);

    /**
     * Which state of the library it is.
     *
     * @param version of the last change
     * @param removals how many articles were ever removed
     */
    private record LibraryState(long version, long removals) {}

    /** What is known of an article, the place it came in, the version its text is from, and the revision that is in the index. */
    private record KnownArticle(ArticleSummary summary, long sequence, long version, @Nullable String indexed) {}

    /** Names a text: the article and the version since which it is as it is. */
    private record TextKey(String id, long version) {}

    @Inject
    StoredLibrary(Database database, StoreConfig config) {
        this(database, config.cache().asLongValue());
    }

    /** @param cached the most characters of text in memory */
    StoredLibrary(Database database, long cached) {
        this.database = database;
        cache = Caffeine.newBuilder()
                .maximumWeight(cached)
                .weigher((TextKey key, Article article) -> article.text().length())
                .executor(Runnable::run)
                .build();
        refresh();
    }

    @Override
    public Optional<Article> find(String id) {
        return reading(entries -> Optional.ofNullable(entries.get(id)).flatMap(this::present));
    }

    @Override
    public Optional<Article> findByText(String text) {
        String revision = Article.revisionOf(text);
        return reading(entries -> entries.values().stream()
                .filter(each -> each.summary().revision().equals(revision))
                .flatMap(each -> present(each).stream())
                .filter(article -> article.text().equals(text))
                .findFirst());
    }

    @Override
    public List<String> ids() {
        return reading(entries -> List.copyOf(entries.keySet()));
    }

    @Override
    public Optional<ArticleSummary> summary(String id) {
        return reading(entries -> Optional.ofNullable(entries.get(id)).map(KnownArticle::summary));
    }

    @Override
    public List<ArticleSummary> summaries() {
        return reading(
                entries -> entries.values().stream().map(KnownArticle::summary).toList());
    }

    @Override
    public void add(Article article) {
        add(article, true);
    }

    @Override
    public boolean addNew(Article article) {
        return add(article, false);
    }

    private boolean add(Article article, boolean replaces) {
        lock.writeLock().lock();
        try {
            OptionalLong version = database.together(transaction -> {
                // The row is held until the end: changes are seen in the order of their versions.
                transaction.change("UPDATE library SET version = version + 1");
                if (!replaces && isThere(transaction, article.id())) {
                    return OptionalLong.empty();
                }
                long next = state(transaction).version();
                keep(transaction, article, next);
                return OptionalLong.of(next);
            });
            version.ifPresent(kept -> {
                forget(article.id());
                cache.put(new TextKey(article.id(), kept), article);
            });
            refresh();
            return version.isPresent();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static boolean isThere(Database.Transaction transaction, String id) throws SQLException {
        return !transaction
                .list("SELECT id FROM article WHERE id = ?", row -> row.getString("id"), id)
                .isEmpty();
    }

    private void keep(Database.Transaction transaction, Article article, long version) throws SQLException {
        transaction.put(
                "article",
                KEY,
                OTHERS,
                article.id(),
                article.title(),
                article.text(),
                article.text().length(),
                article.mediaType(),
                article.metadata().author(),
                article.metadata().date(),
                article.metadata().source(),
                Database.toJson(article.pageStarts()),
                article.addedAt(),
                article.fileName(),
                article.seed(),
                Database.toJson(article.warnings()),
                article.revision(),
                Database.toJson(StoredOutline.of(article.outline())),
                version);
        if (database.isShared()) {
            // Whoever keeps a text sees to it that it gets into the index.
            transaction.change(
                    "UPDATE article SET kept_by = ?, kept_version = version WHERE id = ?",
                    database.replica(),
                    article.id());
        }
    }

    /** As {@link StoredIndexedRevisions#indexed}. */
    void indexed(String id, String revision) {
        lock.writeLock().lock();
        try {
            database.together(transaction -> {
                transaction.change("UPDATE library SET version = version + 1");
                return transaction.change(
                        "UPDATE article SET indexed = ?, version = ? WHERE id = ? AND revision = ?",
                        revision,
                        state(transaction).version(),
                        id,
                        revision);
            });
            refresh();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** As {@link StoredIndexedRevisions#areIndexed}; as of the last call of another kind. */
    boolean isIndexed(String id) {
        lock.readLock().lock();
        try {
            KnownArticle known = entries.get(id);
            return known != null && known.summary().revision().equals(known.indexed());
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public boolean remove(String id) {
        lock.writeLock().lock();
        try {
            boolean removed = database.together(transaction -> {
                transaction.change("UPDATE library SET version = version + 1, removals = removals + 1");
                return transaction.change("DELETE FROM article WHERE id = ?", id) > 0;
            });
            forget(id);
            if (database.isShared()) {
                refresh();
            } else {
                entries.remove(id);
                known = new LibraryState(known.version() + 1, known.removals() + 1);
            }
            return removed;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T reading(Function<Map<String, KnownArticle>, T> use) {
        if (database.isShared()) {
            catchUp();
        }
        lock.readLock().lock();
        try {
            return use.apply(entries);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void catchUp() {
        LibraryState now = database.first("SELECT version, removals FROM library", StoredLibrary::readState)
                .orElseThrow();
        lock.readLock().lock();
        try {
            if (now.version() <= known.version()) {
                return;
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            if (now.version() > known.version()) {
                refresh();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Reads what has changed since the known state. The state is read first: what comes after it is read again next time. */
    private void refresh() {
        LibraryState now = database.first("SELECT version, removals FROM library", StoredLibrary::readState)
                .orElseThrow();
        List<KnownArticle> changed = database.list(
                SUMMARY
                        + (database.isShared()
                                ? ", kept_version, indexed"
                                : ", version AS kept_version, NULL AS indexed")
                        + " FROM article WHERE version > ? ORDER BY sequence_number",
                StoredLibrary::readEntry,
                known.version());
        for (KnownArticle entry : changed) {
            String id = entry.summary().id();
            KnownArticle before = entries.get(id);
            if (before != null && before.version() != entry.version()) {
                cache.invalidate(new TextKey(id, before.version()));
            }
            if (before != null && before.sequence() != entry.sequence()) {
                entries.remove(id); // removed and added anew: it stands at the end
            }
            entries.put(id, entry);
        }
        if (now.removals() != known.removals() && !entries.isEmpty()) {
            Set<String> there = new HashSet<>(database.list("SELECT id FROM article", row -> row.getString("id")));
            entries.keySet().retainAll(there);
        }
        known = now;
    }

    private void forget(String id) {
        KnownArticle before = entries.get(id);
        if (before != null) {
            cache.invalidate(new TextKey(id, before.version()));
        }
    }

    /** The text is read by its version: another replica may have put another in its place, or taken it away, meanwhile. */
    private Optional<Article> present(KnownArticle entry) {
        String id = entry.summary().id();
        return Optional.ofNullable(cache.get(new TextKey(id, entry.version()), this::read));
    }

    private @Nullable Article read(TextKey key) {
        return database.first(
                        "SELECT * FROM article WHERE id = ? AND " + (database.isShared() ? "kept_version" : "version")
                                + " = ?",
                        StoredLibrary::read,
                        key.id(),
                        key.version())
                .orElse(null);
    }

    private static LibraryState state(Database.Transaction transaction) throws SQLException {
        return transaction
                .list("SELECT version, removals FROM library", StoredLibrary::readState)
                .get(0);
    }

    private static LibraryState readState(ResultSet row) throws SQLException {
        return new LibraryState(row.getLong("version"), row.getLong("removals"));
    }

    private static Article read(ResultSet row) throws SQLException {
        String text = row.getString("text");
        return new Article(
                row.getString("id"),
                row.getString("title"),
                text,
                row.getString("media_type"),
                metadata(row),
                List.of(Database.fromJson(row.getString("page_starts"), Integer[].class)),
                Database.instant(row, "added_at"),
                row.getString("file_name"),
                row.getBoolean("seed"),
                warnings(row),
                row.getString("revision"),
                StoredOutline.read(row.getString("outline"), text));
    }

    private static KnownArticle readEntry(ResultSet row) throws SQLException {
        return new KnownArticle(
                new ArticleSummary(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("media_type"),
                        row.getInt("characters"),
                        metadata(row),
                        Database.instant(row, "added_at"),
                        row.getString("file_name"),
                        row.getBoolean("seed"),
                        warnings(row),
                        row.getString("revision")),
                row.getLong("sequence_number"),
                row.getLong("kept_version"),
                row.getString("indexed"));
    }

    private static Metadata metadata(ResultSet row) throws SQLException {
        // Kept by an earlier version perhaps, which examined less.
        return new Metadata(row.getString("author"), row.getString("written_on"), row.getString("source"))
                .credible(Database.instant(row, "added_at"));
    }

    private static List<String> warnings(ResultSet row) throws SQLException {
        return List.of(Database.fromJson(row.getString("warnings"), String[].class));
    }
}
