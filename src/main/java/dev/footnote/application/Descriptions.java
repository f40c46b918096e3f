package dev.footnote.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Support;
import dev.footnote.application.Assistant.Description;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.description.SuggestedQuestions;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.english.Sentence;
import dev.footnote.generation.Generation;
import dev.footnote.home.Exposure;
import dev.footnote.intent.Summary;
import dev.footnote.reading.Reading;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** What can be said of each article without a question, made once for each text. Safe for use by several threads. */
@Singleton
public class Descriptions {

    private static final Logger LOG = Logger.getLogger(Descriptions.class);

    private static final int SENTENCES = 2;
    private static final int MOST_KEPT = 2_000;

    private final Reading reading;
    private final Summary summary;
    private final SuggestedQuestions suggestions;
    private final Links links;
    private final Generation generation;
    private final Exposure exposure;
    private final Cache<String, Description> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** Those that no language model had a part in. */
    private final Cache<String, Description> plain =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** Articles of which a language model is being asked, or will be. */
    private final Set<String> proposing = ConcurrentHashMap.newKeySet();

    /** One at a time: a model that answers questions has others to do. */
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "proposals");
        thread.setDaemon(true);
        return thread;
    });

    Descriptions(
            Reading reading,
            Summary summary,
            SuggestedQuestions suggestions,
            Links links,
            Generation generation,
            Exposure exposure) {
        this.reading = reading;
        this.summary = summary;
        this.suggestions = suggestions;
        this.links = links;
        this.generation = generation;
        this.exposure = exposure;
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }

    /** What is known at once. A language model's proposals are asked for behind the scenes, and are there later. */
    Description of(Article article) {
        Description known = kept.getIfPresent(key(article));
        if (known != null) {
            return known;
        }
        Description plain = plain(article);
        // Whoever opens a page asks for this: strangers must not spend what a model costs.
        if (exposure.isUnguarded() || !generation.has(Generation.BASE)) {
            kept.put(key(article), plain);
        } else if (proposing.add(key(article))) {
            later.execute(() -> propose(article));
        }
        return plain;
    }

    Description ifKnown(ArticleSummary article) {
        String key = key(article.id(), article.revision());
        Description known = kept.getIfPresent(key);
        return known == null ? Optional.ofNullable(plain.getIfPresent(key)).orElse(Description.NONE) : known;
    }

    /** As {@link #of}, but no language model is asked for what is not known yet: somebody waits for another answer. */
    Description soon(Article article) {
        Description known = kept.getIfPresent(key(article));
        return known == null ? plain(article) : known;
    }

    private void propose(Article article) {
        try {
            List<SuggestedQuestions.Suggestion> proposed = generation.propose(article, reading.mostSuggested()).stream()
                    .map(proposal -> new SuggestedQuestions.Suggestion(proposal.question(), proposal.sentence()))
                    .toList();
            kept.put(key(article), proposed.isEmpty() ? plain(article) : make(article, proposed));
        } catch (RuntimeException e) {
            LOG.errorf(e, "No questions could be suggested for %s", article.id());
        } finally {
            proposing.remove(key(article));
        }
    }

    private Description plain(Article article) {
        return plain.get(key(article), absent -> make(article, List.of()));
    }

    private Description make(Article article, List<SuggestedQuestions.Suggestion> proposed) {
        List<Reply.Piece> sentences = summary.of(article, SENTENCES).stream()
                .map(sentence -> piece(article, sentence))
                .toList();
        Composition said = new Composition(links, event -> {});
        said.add(new Reply(Kind.SUMMARY, sentences, null, null, null, List.of(), List.of()));
        List<String> questions = suggestions.of(
                article,
                proposed,
                reading.mostSuggested(),
                each -> reading.isAnswered(article, each.question(), each.sentence()));
        return new Description(said.citations(), questions);
    }

    /** A sentence of the article that stands on itself. */
    private static Reply.Piece piece(Article article, Sentence sentence) {
        Evidence itself = new Evidence(article, sentence.span(), null, sentence.paragraph(), 1, Support.SUPPORTED, 1);
        return new Reply.Piece(sentence.span().of(article.text()), List.of(itself));
    }

    private static String key(Article article) {
        return key(article.id(), article.revision());
    }

    private static String key(String id, String revision) {
        return id + "@" + revision;
    }
}
