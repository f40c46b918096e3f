package dev.footnote.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.answer.Evidence;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reply;
import dev.footnote.answer.Support;
import dev.footnote.answering.Assistant.Description;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.generation.Generation;
import dev.footnote.home.Exposure;
import dev.footnote.passage.Sentence;
import dev.footnote.reading.Reading;
import dev.footnote.reading.SuggestedQuestions;
import dev.footnote.reading.Summary;
import jakarta.inject.Singleton;
import java.util.List;

/** What can be said of each article without a question, made once for each text. Safe for use by several threads. */
@Singleton
class Descriptions {

    private static final int SENTENCES = 2;
    private static final int MOST_KEPT = 2_000;

    private final Reading reading;
    private final Summary summary;
    private final Links links;
    private final Generation generation;
    private final Exposure exposure;
    private final Cache<String, Description> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** Those that no language model had a part in. */
    private final Cache<String, Description> plain =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Descriptions(Reading reading, Summary summary, Links links, Generation generation, Exposure exposure) {
        this.reading = reading;
        this.summary = summary;
        this.links = links;
        this.generation = generation;
        this.exposure = exposure;
    }

    Description of(Article article) {
        return kept.get(key(article), absent -> make(article));
    }

    Description ifKnown(ArticleSummary article) {
        Description known = kept.getIfPresent(key(article.id(), article.revision()));
        return known == null ? Description.NONE : known;
    }

    /** As {@link #of}, but no language model is asked for what is not known yet: somebody waits for another answer. */
    Description soon(Article article) {
        Description known = kept.getIfPresent(key(article));
        return known == null ? plain(article) : known;
    }

    private Description make(Article article) {
        // Whoever opens a page makes this: strangers must not spend what a model costs.
        List<SuggestedQuestions.Suggestion> proposed = exposure.isUnguarded()
                ? List.of()
                : generation.propose(article, reading.mostSuggested()).stream()
                        .map(proposal -> new SuggestedQuestions.Suggestion(proposal.question(), proposal.sentence()))
                        .toList();
        return proposed.isEmpty() ? plain(article) : make(article, proposed);
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
        return new Description(said.citations(), reading.suggest(article, proposed));
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
