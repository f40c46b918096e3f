package dev.footnote.description;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.engine.Evidence;
import dev.footnote.generation.Proposals;
import dev.footnote.home.Exposure;
import dev.footnote.intent.Summary;
import dev.footnote.reading.QuestionTester;
import dev.footnote.reading.ReadingConfig;
import dev.footnote.text.Span;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** What can be said of each article without a question, made once for each text. Safe for use by several threads. */
@Singleton
public class Descriptions {

    private static final Logger LOG = Logger.getLogger(Descriptions.class);

    private static final int SENTENCES = 2;
    private static final int MOST_KEPT = 2_000;
    private static final int MOST_VERDICTS = 20_000;

    private final QuestionTester tester;
    private final Summary summary;
    private final SuggestedQuestions suggestions;
    private final Proposals proposals;
    private final Exposure exposure;
    private final ReadingConfig config;
    private final Cache<String, ArticleDescription> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** The descriptions that were made without a language model. */
    private final Cache<String, ArticleDescription> plain =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** Whether a question is answered by the sentence that it was made of; the reader is asked once. */
    private final Cache<String, Boolean> verdicts =
            Caffeine.newBuilder().maximumSize(MOST_VERDICTS).build();

    /** Articles of which a language model is being asked, or will be. */
    private final Set<String> proposing = ConcurrentHashMap.newKeySet();

    /** Asks a language model for one article after the other, so that questions that wait for it go first. */
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "proposals");
        thread.setDaemon(true);
        return thread;
    });

    Descriptions(
            QuestionTester tester,
            Summary summary,
            SuggestedQuestions suggestions,
            Proposals proposals,
            Exposure exposure,
            ReadingConfig config) {
        this.tester = tester;
        this.summary = summary;
        this.suggestions = suggestions;
        this.proposals = proposals;
        this.exposure = exposure;
        this.config = config;
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }

    /** What is known at once. A language model's proposals are asked for behind the scenes, and are there later. */
    public ArticleDescription of(Article article) {
        ArticleDescription known = kept.getIfPresent(key(article));
        if (known != null) {
            return known;
        }
        ArticleDescription plain = plain(article);
        // Whoever opens a page asks for this: strangers must not spend what a model costs.
        if (exposure.isUnguarded() || !proposals.arePossible()) {
            kept.put(key(article), plain);
        } else if (proposing.add(key(article))) {
            later.execute(() -> propose(article));
        }
        return plain;
    }

    /** What is known already, without any work: for long lists. */
    public ArticleDescription ifKnown(ArticleSummary article) {
        String key = key(article.id(), article.revision());
        ArticleDescription known = kept.getIfPresent(key);
        return known == null ? Optional.ofNullable(plain.getIfPresent(key)).orElse(ArticleDescription.NONE) : known;
    }

    /** As {@link #of}, but no language model is asked for what is not known yet: somebody waits for another answer. */
    public ArticleDescription soon(Article article) {
        ArticleDescription known = kept.getIfPresent(key(article));
        return known == null ? plain(article) : known;
    }

    /**
     * Questions that lead on from places of an article and that it answers, the nearest first.
     *
     * @param places that were cited
     * @param isWanted whether a question may be among them
     */
    public List<String> near(Article article, List<Span> places, int most, Predicate<String> isWanted) {
        return suggestions.near(
                article,
                places,
                Math.min(most, config.suggestedQuestions()),
                isWanted,
                each -> isAnswered(article, each));
    }

    private boolean isAnswered(Article article, SuggestedQuestions.Suggestion each) {
        return verdicts.get(
                key(article) + "@" + each.sentence().span() + "@" + each.question(),
                absent -> tester.isAnswered(article, each.question(), each.sentence()));
    }

    private void propose(Article article) {
        try {
            List<SuggestedQuestions.Suggestion> proposed = proposals.of(article, config.suggestedQuestions()).stream()
                    .map(proposal -> new SuggestedQuestions.Suggestion(proposal.question(), proposal.sentence()))
                    .toList();
            kept.put(key(article), proposed.isEmpty() ? plain(article) : make(article, proposed));
        } catch (RuntimeException e) {
            LOG.errorf(e, "No questions could be suggested for %s", article.id());
        } finally {
            proposing.remove(key(article));
        }
    }

    private ArticleDescription plain(Article article) {
        return plain.get(key(article), absent -> make(article, List.of()));
    }

    private ArticleDescription make(Article article, List<SuggestedQuestions.Suggestion> proposed) {
        List<Evidence> sentences = summary.of(article, SENTENCES).stream()
                .map(sentence ->
                        new Evidence(article, sentence.span(), null, sentence.paragraph(), 1, Support.SUPPORTED, 1))
                .toList();
        List<String> questions =
                suggestions.of(article, proposed, config.suggestedQuestions(), each -> isAnswered(article, each));
        return new ArticleDescription(sentences, questions);
    }

    private static String key(Article article) {
        return key(article.id(), article.revision());
    }

    private static String key(String id, String revision) {
        return id + "@" + revision;
    }
}
