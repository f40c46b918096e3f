package dev.footnote.ingestion;

import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.model.Encoder;
import dev.footnote.model.Tokenizer;
import dev.footnote.passage.Passage;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.retrieval.EmbeddedPassage;
import dev.footnote.retrieval.PassageIndex;
import dev.footnote.retrieval.VectorKey;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Cuts an article, encodes what has no vector yet, and puts it into the index. Safe for use by several threads. */
@Singleton
class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);

    /** Texts encoded before questions get their turn again. */
    private static final int BATCH = 16;

    private final Library library;
    private final Encoder encoder;
    private final PassageIndex index;
    private final PassageSplitter splitter;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Indexer(Library library, Tokenizer tokenizer, Encoder encoder, PassageIndex index) {
        this.library = library;
        this.encoder = encoder;
        this.index = index;
        this.splitter = new PassageSplitter(tokenizer::count, PassageSplitter.DEFAULT_LIMIT);
    }

    /** Ends what is being indexed, soon; whoever indexes waits for that with a later priority. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    /** How far an article is; one that was never begun counts as waiting. */
    Progress progress(String articleId) {
        return progress.getOrDefault(articleId, new Progress(Progress.State.INDEXING, 0));
    }

    /** Tells that these articles are in the index already. */
    void found(Iterable<String> articleIds) {
        articleIds.forEach(id -> progress.put(id, Progress.READY));
    }

    /** Tells that an article waits to be indexed. */
    void waiting(String articleId) {
        progress.put(articleId, new Progress(Progress.State.INDEXING, 0));
    }

    /**
     * Indexes an article, unless the library has another text under its id by then. What it had in the index before can
     * be asked until the new passages stand in its place. At shutdown it is left for the next start.
     */
    void index(Article article) {
        try {
            List<EmbeddedPassage> passages = embed(article);
            synchronized (this) {
                if (isCurrent(article)) {
                    index.replace(article, passages);
                    progress.put(article.id(), Progress.READY);
                }
            }
        } catch (CancellationException e) {
            LOG.debugf("%s is indexed at the next start: %s", article.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "%s cannot be indexed and so cannot be asked. It is tried again at the next start.",
                    article.id());
            progress.put(article.id(), new Progress(Progress.State.FAILED, 0));
        }
    }

    /** Takes an article out of the index. */
    synchronized void remove(String articleId) {
        index.remove(articleId);
        progress.remove(articleId);
    }

    private boolean isCurrent(Article article) {
        return library.find(article.id())
                .filter(now -> now.revision().equals(article.revision()))
                .isPresent();
    }

    private List<EmbeddedPassage> embed(Article article) {
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
            if (stopping) {
                throw new CancellationException("Footnote is stopping");
            }
            List<String> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            List<float[]> made = encoder.encode(batch.stream().map(texts::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                vectors.put(batch.get(i), made.get(i));
            }
            progress.put(
                    article.id(),
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
