package dev.footnote.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import dev.footnote.article.Metadata;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Articles in the database; in memory the texts that were used lately, and of all the others everything but the text.
 * The oldest is the one that came first; to replace it keeps its place.
 */
@Singleton
class StoredLibrary implements Library {

    private final Database database;
    private final Cache<String, Article> cache;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** What is known of each article but its text, by its id, in the order in which they came. */
    private final Map<String, ArticleSummary> summaries = new LinkedHashMap<>();

    StoredLibrary(Database database, StoreConfig config) {
        this.database = database;
        cache = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher((String id, Article article) -> article.text().length())
                .executor(Runnable::run)
                .build();
        // The database knows how long a text is without reading it.
        database.list(
                        "SELECT id, title, media_type, author, written_on, source, added_at, file_name, seed, warnings,"
                                + " revision, CHAR_LENGTH(text) AS characters FROM article ORDER BY sequence_number",
                        StoredLibrary::readSummary)
                .forEach(article -> summaries.put(article.id(), article));
    }

    @Override
    public Optional<Article> find(String id) {
        lock.readLock().lock();
        try {
            return summaries.containsKey(id) ? Optional.of(present(id)) : Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Optional<Article> findByText(String text) {
        String revision = Article.revisionOf(text);
        lock.readLock().lock();
        try {
            return summaries.values().stream()
                    .filter(each -> each.revision().equals(revision))
                    .map(each -> present(each.id()))
                    .filter(article -> article.text().equals(text))
                    .findFirst();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<String> ids() {
        lock.readLock().lock();
        try {
            return List.copyOf(summaries.keySet());
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Optional<ArticleSummary> summary(String id) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(summaries.get(id));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<ArticleSummary> summaries() {
        lock.readLock().lock();
        try {
            return List.copyOf(summaries.values());
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void add(Article article) {
        lock.writeLock().lock();
        try {
            database.change(
                    """
                    MERGE INTO article (id, title, text, media_type, author, written_on, source, page_starts, added_at,
                        file_name, seed, warnings, revision, outline)
                    KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    article.id(),
                    article.title(),
                    article.text(),
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
                    Database.toJson(StoredOutline.of(article.outline())));
            summaries.put(article.id(), ArticleSummary.of(article));
            cache.put(article.id(), article);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public boolean remove(String id) {
        lock.writeLock().lock();
        try {
            database.change("DELETE FROM article WHERE id = ?", id);
            cache.invalidate(id);
            return summaries.remove(id) != null;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Article present(String id) {
        return cache.get(
                id, missing -> database.first("SELECT * FROM article WHERE id = ?", StoredLibrary::read, missing)
                        .orElseThrow());
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
                row.getObject("added_at", Instant.class),
                row.getString("file_name"),
                row.getBoolean("seed"),
                warnings(row),
                row.getString("revision"),
                StoredOutline.read(row.getString("outline"), text));
    }

    private static ArticleSummary readSummary(ResultSet row) throws SQLException {
        return new ArticleSummary(
                row.getString("id"),
                row.getString("title"),
                row.getString("media_type"),
                row.getInt("characters"),
                metadata(row),
                row.getObject("added_at", Instant.class),
                row.getString("file_name"),
                row.getBoolean("seed"),
                warnings(row),
                row.getString("revision"));
    }

    private static Metadata metadata(ResultSet row) throws SQLException {
        // Kept by an earlier version perhaps, which examined less.
        return new Metadata(row.getString("author"), row.getString("written_on"), row.getString("source"))
                .credible(row.getObject("added_at", Instant.class));
    }

    private static List<String> warnings(ResultSet row) throws SQLException {
        return List.of(Database.fromJson(row.getString("warnings"), String[].class));
    }
}
