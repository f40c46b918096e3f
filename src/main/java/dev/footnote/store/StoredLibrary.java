package dev.footnote.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.article.Metadata;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Articles in the database, those lately used in memory. The oldest is the one that came first; to replace it keeps its place. */
@Singleton
class StoredLibrary implements Library {

    private final Database database;
    private final Cache<String, Article> cache;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** The revision of each article, by its id, in the order in which they came. */
    private final Map<String, String> revisions = new LinkedHashMap<>();

    StoredLibrary(Database database, StoreConfig config) {
        this.database = database;
        cache = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher((String id, Article article) -> article.text().length())
                .executor(Runnable::run)
                .build();
        database.list(
                        "SELECT id, revision FROM article ORDER BY sequence_number",
                        row -> Map.entry(row.getString("id"), row.getString("revision")))
                .forEach(article -> revisions.put(article.getKey(), article.getValue()));
    }

    @Override
    public Optional<Article> find(String id) {
        lock.readLock().lock();
        try {
            return revisions.containsKey(id) ? Optional.of(present(id)) : Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Optional<Article> findByText(String text) {
        String revision = Article.revisionOf(text);
        lock.readLock().lock();
        try {
            return revisions.entrySet().stream()
                    .filter(each -> each.getValue().equals(revision))
                    .map(each -> present(each.getKey()))
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
            return List.copyOf(revisions.keySet());
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<Article> all() {
        lock.readLock().lock();
        try {
            List<Article> articles = new ArrayList<>(revisions.size());
            for (String id : revisions.keySet()) {
                Article article = cache.getIfPresent(id);
                if (article == null) {
                    return readAll();
                }
                articles.add(article);
            }
            return articles;
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
                        file_name, seed, warnings, revision)
                    KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
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
                    article.revision());
            revisions.put(article.id(), article.revision());
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
            return revisions.remove(id) != null;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Article present(String id) {
        return cache.get(
                id, missing -> database.first("SELECT * FROM article WHERE id = ?", StoredLibrary::read, missing)
                        .orElseThrow());
    }

    private List<Article> readAll() {
        List<Article> articles = database.list("SELECT * FROM article ORDER BY sequence_number", StoredLibrary::read);
        articles.forEach(article -> cache.put(article.id(), article));
        return articles;
    }

    private static Article read(ResultSet row) throws SQLException {
        return new Article(
                row.getString("id"),
                row.getString("title"),
                row.getString("text"),
                row.getString("media_type"),
                new Metadata(row.getString("author"), row.getString("written_on"), row.getString("source")),
                List.of(Database.fromJson(row.getString("page_starts"), Integer[].class)),
                row.getObject("added_at", Instant.class),
                row.getString("file_name"),
                row.getBoolean("seed"),
                List.of(Database.fromJson(row.getString("warnings"), String[].class)),
                row.getString("revision"));
    }
}
