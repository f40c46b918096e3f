package dev.footnote.application;

import dev.footnote.answer.Citation;
import dev.footnote.answer.NotReadyException;
import dev.footnote.answer.Support;
import dev.footnote.article.AddedArticle;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.IndexingFailedException;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Library;
import dev.footnote.article.Submission;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.description.ArticleDescription;
import dev.footnote.description.Descriptions;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.english.Sentence;
import dev.footnote.home.AuditLog;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.ingestion.WebPages;
import dev.footnote.intent.QuotedSpeaker;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The articles that are there to be asked: what is known of them, and how they come and go. Safe for use by several threads. */
@Singleton
public class Articles {

    private final Library library;
    private final Ingestion ingestion;
    private final WebPages webPages;
    private final Descriptions descriptions;
    private final Links links;
    private final Readiness readiness;

    Articles(
            Library library,
            Ingestion ingestion,
            WebPages webPages,
            Descriptions descriptions,
            Links links,
            Readiness readiness) {
        this.readiness = readiness;
        this.library = library;
        this.ingestion = ingestion;
        this.webPages = webPages;
        this.descriptions = descriptions;
        this.links = links;
    }

    /** The ids of all articles, the oldest first. */
    public List<String> ids() {
        return library.ids();
    }

    /** What is known of all but their texts, the oldest first. */
    public List<ArticleSummary> all() {
        return library.summaries();
    }

    /** An article with its text. */
    public Optional<Article> find(String id) {
        return library.find(id);
    }

    /**
     * An article with its text.
     *
     * @throws UnknownArticleException if it is not there
     */
    public Article get(String id) {
        return library.find(id).orElseThrow(() -> new UnknownArticleException(id));
    }

    /** How far an article is on its way into the index. */
    public IndexingProgress progress(String id) {
        return ingestion.progress(id);
    }

    /** Whether every article that was there at start can be asked. */
    public boolean areReady() {
        return ingestion.isReady();
    }

    /** Why no article can be asked now, for whoever runs Footnote; empty if they can be. */
    public Optional<String> whyNotReady() {
        return ingestion
                .outage()
                .or(() -> areReady() ? Optional.empty() : Optional.of("The articles are still being read."));
    }

    /** Waits until {@link #areReady()}, however long that takes. */
    public void awaitReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    /**
     * Reads a file and keeps it; it can be asked at once unless it is large.
     *
     * @param by who does it, for the audit log
     * @throws UnreadableArticleException if the file cannot become an article; nothing has changed then
     * @throws NotReadyException if the index is out of reach; nothing has changed then
     */
    public AddedArticle add(Submission submission, String by) throws UnreadableArticleException {
        readiness.requireIndex();
        try {
            AddedArticle added = ingestion.add(submission);
            if (added.isNew()) {
                AuditLog.added(by, added.article().id(), added.article().revision());
            }
            return added;
        } catch (IndexingFailedException e) {
            AuditLog.added(by, e.articleId(), revision(e.articleId())); // kept all the same
            throw e;
        }
    }

    /**
     * Fetches what an address leads to, to be added or put in an article's place.
     *
     * @param title what to call the article; null means as it says itself
     * @throws UnreadableArticleException if fetching is switched off, the address is refused or nothing comes of it
     */
    public Submission fetch(String address, @Nullable String title) throws UnreadableArticleException {
        return webPages.fetch(address, title);
    }

    /**
     * Puts another text in an article's place. The old one can be asked until the new one is ready.
     *
     * @param by who does it, for the audit log
     * @throws UnknownArticleException if there is no such article
     * @throws UnreadableArticleException if the file cannot become an article; nothing has changed then
     * @throws NotReadyException if the index is out of reach; nothing has changed then
     */
    public Article replace(String id, Submission submission, String by) throws UnreadableArticleException {
        readiness.requireIndex();
        try {
            Article replaced = ingestion.replace(id, submission);
            AuditLog.replaced(by, id, replaced.revision());
            return replaced;
        } catch (IndexingFailedException e) {
            AuditLog.replaced(by, id, revision(id)); // kept all the same
            throw e;
        }
    }

    /**
     * Takes an article out; a seed stays away until its file changes.
     *
     * @param by who does it, for the audit log
     * @return whether there was one
     * @throws NotReadyException if the index is out of reach; nothing has changed then
     */
    public boolean remove(String id, String by) {
        readiness.requireIndex();
        boolean removed = ingestion.remove(id);
        if (removed) {
            AuditLog.deleted(by, id);
        }
        return removed;
    }

    /** What can be said of an article without a question; takes about a second when first asked of a text. */
    public Description describe(Article article) {
        boolean canBeAsked = progress(article.id()).state() == IndexingProgress.State.READY;
        return describe(canBeAsked ? descriptions.of(article) : ArticleDescription.NONE);
    }

    /** As {@link #describe(Article)}, but only what is known already, without any work: for long lists. */
    public Description describeIfKnown(ArticleSummary article) {
        return describe(descriptions.ifKnown(article));
    }

    /** Who says what in an article: whoever it names as a speaker, in the order in which they first speak. */
    public List<SpokenSentences> speakers(Article article) {
        List<SpokenSentences> speakers = new ArrayList<>();
        int number = 0;
        for (QuotedSpeaker speaker : QuotedSpeaker.in(article)) {
            List<Citation> citations = new ArrayList<>();
            for (Sentence sentence : speaker.sentences()) {
                Evidence evidence =
                        new Evidence(article, sentence.span(), null, sentence.paragraph(), 1, Support.SUPPORTED, 1);
                number++;
                citations.add(Composition.citation(
                        number, evidence, new Span(0, sentence.span().length()), links));
            }
            speakers.add(new SpokenSentences(speaker.fullName().of(article.text()), citations));
        }
        return speakers;
    }

    /** Whether an article may be added by its address. */
    public boolean canBeFetched() {
        return webPages.areFetched();
    }

    private String revision(String id) {
        return library.summary(id).map(ArticleSummary::revision).orElse("unknown");
    }

    private Description describe(ArticleDescription known) {
        if (known.summary().isEmpty()) {
            return new Description(List.of(), known.suggestedQuestions());
        }
        Composition said = new Composition(links, event -> {});
        said.add(Reply.summary(known.summary().stream().map(Articles::quoted).toList()));
        return new Description(said.citations(), known.suggestedQuestions());
    }

    private static Reply.Piece quoted(Evidence sentence) {
        return new Reply.Piece(sentence.place().of(sentence.article().text()), List.of(sentence));
    }
}
