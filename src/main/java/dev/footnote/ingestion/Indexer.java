package dev.footnote.ingestion;

import dev.footnote.article.Article;
import dev.footnote.model.Encoder;
import dev.footnote.model.Tokenizer;
import dev.footnote.passage.Passage;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.retrieval.EmbeddedPassage;
import dev.footnote.retrieval.PassageIndex;
import dev.footnote.retrieval.VectorKey;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Cuts an article, encodes what has no vector yet, and puts it into the index. Safe for use by several threads. */
@Singleton
class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);

    /** Texts encoded before questions get their turn again. */
    private static final int BATCH = 16;

    private static final Progress WAITING = new Progress(Progress.State.INDEXING, 0);

    private final Encoder encoder;
    private final PassageIndex index;
    private final PassageSplitter splitter;

    /** Of each article the one that should be in the index, and how far it is. */
    private final Map<String, Tracked> tracked = new ConcurrentHashMap<>();

    private volatile boolean isStopping;

    /** An older text under the same id must neither report nor reach the index, however late it is done. */
    private record Tracked(Article article, Progress progress) {}

    Indexer(Tokenizer tokenizer, Encoder encoder, PassageIndex index) {
        this.encoder = encoder;
        this.index = index;
        this.splitter = new PassageSplitter(tokenizer::count, PassageSplitter.DEFAULT_LIMIT);
    }

    /** How far an article is; one that was never begun counts as waiting. */
    Progress progress(String articleId) {
        Tracked article = tracked.get(articleId);
        return article == null ? WAITING : article.progress();
    }

    /** Tells that an article is in the index already. */
    void found(Article article) {
        tracked.put(article.id(), new Tracked(article, Progress.READY));
    }

    /** Tells that an article waits to be indexed in the place of any other of its id. */
    void waiting(Article article) {
        tracked.put(article.id(), new Tracked(article, WAITING));
    }

    /**
     * Indexes an article that {@link #waiting waits}, unless another took its place or it was removed meanwhile. What it
     * had in the index before can be asked until the new passages stand in its place.
     */
    void index(Article article) {
        try {
            List<EmbeddedPassage> passages = embed(article);
            synchronized (this) {
                if (isCurrent(article)) {
                    index.replace(article, passages);
                    report(article, Progress.READY);
                }
            }
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "%s cannot be indexed and so cannot be asked. It is tried again at the next start.",
                    article.id());
            report(article, new Progress(Progress.State.FAILED, 0));
        }
    }

    /**
     * Lets what is being indexed end at its next batch, without a result. Nobody is interrupted: that would close the
     * files of the index and the database under all who use them.
     */
    void stop() {
        isStopping = true;
    }

    /** Takes an article out of the index. */
    synchronized void remove(String articleId) {
        index.remove(articleId);
        tracked.remove(articleId);
    }

    private boolean isCurrent(Article article) {
        Tracked now = tracked.get(article.id());
        return !isStopping && now != null && isSame(now.article(), article);
    }

    /** The very object that was told to be waiting; comparing contents would compare megabytes. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Article one, Article other) {
        return one == other;
    }

    private void report(Article article, Progress progress) {
        tracked.computeIfPresent(
                article.id(), (id, now) -> isSame(now.article(), article) ? new Tracked(article, progress) : now);
    }

    /** Ends early, with what it has, once the article is no longer wanted. */
    private List<EmbeddedPassage> embed(Article article) {
        if (!isCurrent(article)) {
            return List.of();
        }
        List<Passage> passages = splitter.split(article.text());
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(passages.size());
        for (Passage passage : passages) {
            String text = passage.span().of(article.text());
            String key = VectorKey.of(Encoder.ID, text);
            keys.add(key);
            texts.put(key, text);
        }
        Map<String, float[]> vectors = new HashMap<>(index.vectors(texts.keySet()));
        List<String> missing =
                texts.keySet().stream().filter(key -> !vectors.containsKey(key)).toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            if (!isCurrent(article)) {
                return List.of();
            }
            List<String> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            List<float[]> made = encoder.encode(batch.stream().map(texts::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                vectors.put(batch.get(i), made.get(i));
            }
            report(
                    article,
                    new Progress(Progress.State.INDEXING, Math.min(0.99, (double) vectors.size() / texts.size())));
        }
        List<EmbeddedPassage> embedded = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            String key = keys.get(i);
            embedded.add(new EmbeddedPassage(passages.get(i), key, Objects.requireNonNull(vectors.get(key))));
        }
        return embedded;
    }
}
