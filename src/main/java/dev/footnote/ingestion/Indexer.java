package dev.footnote.ingestion;

import dev.footnote.article.Article;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.article.IndexingProgress;
import dev.footnote.home.StoreUnavailableException;
import dev.footnote.model.Encoder;
import dev.footnote.model.Tokenizer;
import dev.footnote.passage.Passage;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.retrieval.EmbeddedPassage;
import dev.footnote.retrieval.PassageIndex;
import dev.footnote.retrieval.VectorKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Cuts an article, encodes what has no vector yet, and puts it into the index. Safe for use by several threads. */
@Singleton
class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);

    /** Texts encoded before questions get their turn again. */
    private static final int BATCH = 16;

    static final IndexingProgress WAITING = new IndexingProgress(IndexingProgress.State.INDEXING, 0);

    private final Encoder encoder;
    private final PassageIndex index;
    private final PassageSplitter splitter;
    private final IndexedRevisions indexed;
    private final MeterRegistry meters;

    /** How far each article is. */
    private final Map<String, Tracked> tracked = new ConcurrentHashMap<>();

    /** Articles that wait for a server that could not be reached. */
    private final Set<String> putOff = ConcurrentHashMap.newKeySet();

    private final AtomicLong tickets = new AtomicLong();

    private volatile boolean isStopping;

    /**
     * How far an article is.
     *
     * @param ticket names the text that should be in the index: an older one under the same id must neither report nor
     *     reach the index, however late it is done
     */
    record Tracked(long ticket, IndexingProgress progress) {}

    Indexer(Tokenizer tokenizer, Encoder encoder, PassageIndex index, IndexedRevisions indexed, MeterRegistry meters) {
        this.indexed = indexed;
        this.meters = meters;
        this.encoder = encoder;
        this.index = index;
        this.splitter = new PassageSplitter(tokenizer::count, PassageSplitter.DEFAULT_LIMIT);
    }

    /** How far an article is; one that was never begun counts as waiting. */
    IndexingProgress progress(String articleId) {
        Tracked article = tracked.get(articleId);
        return article == null ? WAITING : article.progress();
    }

    /** Records that an article is in the index already. */
    void found(String articleId) {
        tracked.put(articleId, new Tracked(tickets.incrementAndGet(), IndexingProgress.READY));
    }

    /** Whether an article was handed to this indexer and not removed. */
    boolean isTracked(String articleId) {
        return tracked.containsKey(articleId);
    }

    /**
     * Records that a text waits to be indexed, in the place of any other of its id.
     *
     * @param former the article as it is in the library still, if it is there: what the index has of it can be asked until
     *     the new text is indexed, so that text is kept
     * @return how far the article was, for {@link #restore}
     */
    synchronized Optional<Tracked> waiting(String articleId, Optional<Article> former) {
        if (progress(articleId).state() == IndexingProgress.State.READY) {
            former.ifPresent(index::supersede);
        }
        return Optional.ofNullable(tracked.put(articleId, new Tracked(tickets.incrementAndGet(), WAITING)));
    }

    /** Takes back that a text waits: it could not be kept. */
    synchronized void restore(String articleId, Optional<Tracked> before) {
        before.ifPresentOrElse(tracked -> this.tracked.put(articleId, tracked), () -> tracked.remove(articleId));
    }

    /** Names the text of an article that should be in the index; 0 if it is not known here. */
    long ticket(String articleId) {
        Tracked now = tracked.get(articleId);
        return now == null ? 0 : now.ticket();
    }

    /**
     * Indexes an article, unless another text took its place or it was removed meanwhile. What it had in the index before
     * can be asked until the new passages stand in its place.
     *
     * @param ticket the article's when it was read from the library
     * @return whether it was put off, for a server that could not be reached; {@link #takePutOff} names it then
     */
    boolean index(Article article, long ticket) {
        if (progress(article.id()).state() == IndexingProgress.State.READY) {
            return false;
        }
        putOff.remove(article.id());
        Timer.Sample sample = Timer.start(meters);
        String outcome = "ready";
        try {
            List<EmbeddedPassage> passages = embed(article, ticket);
            synchronized (this) {
                if (isCurrent(article, ticket)) {
                    index.replace(article, passages);
                    indexed.indexed(article.id(), article.revision());
                    report(article, ticket, IndexingProgress.READY);
                }
            }
        } catch (IndexUnavailableException | StoreUnavailableException e) {
            outcome = "failed";
            LOG.warnf(
                    "%s cannot be indexed now. It is tried again when the index can be reached: %s",
                    article.id(), e.getMessage());
            synchronized (this) {
                report(article, ticket, new IndexingProgress(IndexingProgress.State.FAILED, 0));
                putOff.add(article.id());
            }
            return true;
        } catch (RuntimeException e) {
            outcome = "failed";
            LOG.errorf(
                    e,
                    "%s cannot be indexed and so cannot be asked. It is tried again at the next start, or when its text"
                            + " is sent again.",
                    article.id());
            report(article, ticket, new IndexingProgress(IndexingProgress.State.FAILED, 0));
        } finally {
            sample.stop(Timer.builder("footnote.ingestion")
                    .description("Cutting, encoding and indexing one article")
                    .tags("outcome", outcome)
                    .register(meters));
            meters.counter("footnote.ingestion.characters")
                    .increment(article.text().length());
        }
        return false;
    }

    /**
     * Lets what is being indexed end at its next batch, without a result. Nobody is interrupted: that would close the
     * files of the index and the database under all who use them.
     */
    void stop() {
        isStopping = true;
    }

    /** The articles that could not be indexed for a server that could not be reached, and nobody has taken on since. */
    synchronized List<String> takePutOff() {
        List<String> taken = putOff.stream()
                .filter(id -> progress(id).state() == IndexingProgress.State.FAILED)
                .toList();
        putOff.clear();
        return taken;
    }

    /** Whether an article could not be indexed, and not for a server that could not be reached. */
    synchronized boolean isGivenUp(String articleId) {
        return progress(articleId).state() == IndexingProgress.State.FAILED && !putOff.contains(articleId);
    }

    /** Takes an article out of the index. */
    synchronized void remove(String articleId) {
        index.remove(articleId);
        tracked.remove(articleId);
    }

    private boolean isCurrent(Article article, long ticket) {
        return !isStopping && ticket(article.id()) == ticket;
    }

    private void report(Article article, long ticket, IndexingProgress progress) {
        tracked.computeIfPresent(
                article.id(), (id, now) -> now.ticket() == ticket ? new Tracked(ticket, progress) : now);
    }

    /** Ends early, with what it has, once the article is no longer wanted. */
    private List<EmbeddedPassage> embed(Article article, long ticket) {
        if (!isCurrent(article, ticket)) {
            return List.of();
        }
        List<Passage> passages = splitter.split(article.text());
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(passages.size());
        for (Passage passage : passages) {
            String text = EmbeddedPassage.encodedText(passage, article);
            String key = VectorKey.of(Encoder.ID, text);
            keys.add(key);
            texts.put(key, text);
        }
        Map<String, float[]> vectors = new HashMap<>(index.vectors(texts.keySet()));
        List<String> missing =
                texts.keySet().stream().filter(key -> !vectors.containsKey(key)).toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            if (!isCurrent(article, ticket)) {
                return List.of();
            }
            List<String> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            List<float[]> made = encoder.encode(batch.stream().map(texts::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                vectors.put(batch.get(i), made.get(i));
            }
            report(
                    article,
                    ticket,
                    new IndexingProgress(
                            IndexingProgress.State.INDEXING, Math.min(0.99, (double) vectors.size() / texts.size())));
        }
        List<EmbeddedPassage> embedded = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            String key = keys.get(i);
            embedded.add(new EmbeddedPassage(passages.get(i), key, Objects.requireNonNull(vectors.get(key))));
        }
        return embedded;
    }
}
