package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Engine;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Kind;
import dev.footnote.answer.NotReadyException;
import dev.footnote.answer.PassageHit;
import dev.footnote.answer.Question;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Turn;
import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedText;
import dev.footnote.application.ModelReplies.Spoken;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.conversation.Conversations;
import dev.footnote.conversation.Share;
import dev.footnote.conversation.Shares;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.english.LanguageDetector;
import dev.footnote.generation.Generation;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.ingestion.Progress;
import dev.footnote.reading.Reading;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.retrieval.Spelling;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one use case. Every door translates into it and out of it. Safe for use by several threads. */
@Singleton
public class Assistant {

    private static final String NO_ARTICLE = "There is no article to read yet. Add one, then ask.";

    private static final String NO_ARTICLE_TO_CHECK = "There is no article to check against yet. Add one first.";

    /** How many questions a refusal offers. */
    private static final int SUGGESTIONS = 3;

    /** How many questions talk offers. */
    private static final int SUGGESTIONS_IN_TALK = 2;

    /** A question means one of the last few turns. */
    private static final int MOST_TURNS = 8;

    private final Library library;
    private final Readiness readiness;
    private final Ingestion ingestion;
    private final Spelling spelling;
    private final Retriever retriever;
    private final Reading reading;
    private final Descriptions descriptions;
    private final Conversations conversations;
    private final Shares shares;
    private final Links links;
    private final Clock clock;
    private final Generation generation;
    private final ModelReplies models;
    private final Verifier verifier;

    @Inject
    Assistant(
            Library library,
            Readiness readiness,
            Ingestion ingestion,
            Spelling spelling,
            Retriever retriever,
            Reading reading,
            Descriptions descriptions,
            Conversations conversations,
            Shares shares,
            Links links,
            Clock clock,
            Generation generation,
            ModelReplies models,
            Verifier verifier) {
        this.library = library;
        this.readiness = readiness;
        this.ingestion = ingestion;
        this.spelling = spelling;
        this.retriever = retriever;
        this.reading = reading;
        this.descriptions = descriptions;
        this.conversations = conversations;
        this.shares = shares;
        this.links = links;
        this.clock = clock;
        this.generation = generation;
        this.models = models;
        this.verifier = verifier;
    }

    /**
     * What is known of an article without a question.
     *
     * @param summary two of its sentences that stand for it, each a footnote to itself; empty until it is ready
     * @param suggestedQuestions questions it answers; empty until it is ready
     */
    public record Description(List<Citation> summary, List<String> suggestedQuestions) {

        /** Of an article that is not ready. */
        static final Description NONE = new Description(List.of(), List.of());

        public Description {
            summary = List.copyOf(summary);
            suggestedQuestions = List.copyOf(suggestedQuestions);
        }

        /** The summary without its footnotes. */
        public String summaryText() {
            return summary.stream().map(Citation::citedText).collect(Collectors.joining(" "));
        }
    }

    /**
     * Answers a question.
     *
     * @throws UnknownArticleException if it names an article that is not there
     * @throws InvalidQuestionException if it asks for an engine that is not there
     */
    public Answer ask(Question question) {
        return ask(question, event -> {});
    }

    /**
     * Answers a question and tells what happens on the way, on the calling thread. The answer is kept before it is
     * told.
     *
     * @throws NotReadyException before the first event, if the articles are still being read after the configured time
     * @throws UnknownArticleException before the first event, if it names an article that is not there
     * @throws InvalidQuestionException before the first event, if it asks for an engine that is not there
     */
    public Answer ask(Question question, Consumer<AnswerEvent> events) {
        readiness.await();
        String engine = engine(question);
        List<String> asked = known(question.articleIds());
        String messageId = UUID.randomUUID().toString();
        events.accept(new AnswerEvent.Started(messageId, question.conversationId()));

        Spelling.Respelt respelt = spelling.respell(question.text());
        Stopwatch stopwatch = new Stopwatch();
        List<RetrievedPassage> nearest = new ArrayList<>();
        Consumer<List<RetrievedPassage>> found = passages -> {
            nearest.addAll(passages);
            events.accept(new AnswerEvent.Sources(hits(passages)));
            stopwatch.retrieved();
        };
        boolean english = LanguageDetector.isEnglish(question.text());
        Composition composition = new Composition(links, events);
        Spoken spoken;
        if (!english) {
            found.accept(List.of());
            Reply refusal = Reply.refusal(Reason.LANGUAGE, EnglishOnly.to(question.text()), null, null, List.of());
            spoken = said(refusal, composition);
        } else if (asked.isEmpty()) {
            found.accept(List.of());
            spoken = said(Reply.refusal(Reason.NOT_FOUND, NO_ARTICLE, null, 0.0, List.of()), composition);
        } else {
            Inquiry inquiry = new Inquiry(respelt.question(), turns(question), question.articleIds(), question.topK());
            spoken = answer(engine, inquiry, found, composition);
        }
        Reply reply = withSuggestions(spoken.reply(), asked, nearest);
        stopwatch.read();

        Answer answer = new Answer(
                messageId,
                question.conversationId(),
                question.text(),
                understood(reply, respelt),
                reply.kind(),
                reply.form(),
                composition.answer(),
                composition.text(),
                reply.kind() == Kind.ANSWER || reply.kind() == Kind.SUMMARY,
                reply.reason(),
                reply.certainty(),
                reply.confidence() == null ? null : Composition.round(reply.confidence()),
                spoken.engine(),
                spoken.degraded(),
                composition.claims(),
                composition.citations(),
                reply.suggestedQuestions(),
                warnings(reply, english ? respelt.replaced() : List.of(), asked),
                stopwatch.timings());
        String replaced = question.replaces();
        if (replaced == null) {
            conversations.keep(answer);
        } else {
            conversations.replace(replaced, answer);
        }
        events.accept(new AnswerEvent.Finished(answer));
        return answer;
    }

    /**
     * The passages that fit a query, the best first.
     *
     * @param topK the most passages, 1 to {@link Question#MOST_PASSAGES}
     * @throws UnknownArticleException if it names an article that is not there
     */
    public List<PassageHit> search(String query, List<String> articleIds, int topK) {
        readiness.await();
        known(articleIds);
        return hits(retriever.retrieve(spelling.respell(query).question(), Set.copyOf(articleIds), topK));
    }

    /**
     * Keeps a copy of a conversation as it is now, for whoever has its link.
     *
     * @return the link, relative unless a public address is configured; empty if there is no such conversation
     */
    public Optional<String> share(String conversationId) {
        List<Answer> turns = conversations.turns(conversationId);
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        // Random, from a source that cannot be predicted: the id is all that protects what is shared.
        Share share = new Share(UUID.randomUUID().toString(), clock.instant(), turns);
        shares.keep(share);
        return Optional.of(links.to(share));
    }

    /**
     * Checks a text sentence by sentence against the articles.
     *
     * @throws UnknownArticleException if it names an article that is not there
     * @throws InvalidQuestionException if it has more sentences than are checked at once
     */
    public VerifiedText verify(UnverifiedText unverified) {
        readiness.await();
        List<String> ids = known(unverified.articleIds());
        VerifiedText verified = verifier.verify(unverified.text(), Set.copyOf(unverified.articleIds()));
        return ids.isEmpty() ? verified.warning(NO_ARTICLE_TO_CHECK) : verified;
    }

    /** What can be said of an article without a question; takes about a second when first asked of a text. */
    public Description describe(Article article) {
        boolean canBeAsked = ingestion.progress(article.id()).state() == Progress.State.READY;
        return canBeAsked ? descriptions.of(article) : Description.NONE;
    }

    /** As {@link #describe}, but only what is known already, without any work: for long lists. */
    public Description describeIfKnown(ArticleSummary article) {
        return descriptions.ifKnown(article);
    }

    /** All that can answer, and which of them does where a question names none. */
    public List<Engine> engines() {
        return generation.engines();
    }

    private String engine(Question question) {
        String engine = question.engine();
        if (engine == null) {
            return generation.defaultEngine();
        }
        if (!engine.equals(Answer.EXTRACTIVE) && !generation.has(engine)) {
            String known =
                    engines().stream().map(each -> "\"" + each.name() + "\"").collect(Collectors.joining(", "));
            throw new InvalidQuestionException("There is no engine \"" + engine
                    + "\". Leave \"engine\" out, or send one of these: " + known + ".");
        }
        return engine;
    }

    /** The ids of the articles that are asked; all where none is named. */
    private List<String> known(List<String> ids) {
        if (ids.isEmpty()) {
            return library.ids();
        }
        for (String id : ids) {
            if (library.summary(id).isEmpty()) {
                throw new UnknownArticleException(id);
            }
        }
        return ids.stream().distinct().toList();
    }

    /** A language model gets what is to be written from passages; it is never asked for talk, counts or places. */
    private Spoken answer(
            String engine, Inquiry inquiry, Consumer<List<RetrievedPassage>> found, Composition composition) {
        if (!generation.has(engine)) {
            return said(reading.answer(inquiry, found), composition);
        }
        Optional<Reply> known = reading.beforeReading(inquiry);
        if (known.isPresent()) {
            found.accept(List.of());
            return said(known.get(), composition);
        }
        return models.answer(engine, inquiry, found, composition);
    }

    private static Spoken said(Reply reply, Composition composition) {
        composition.add(reply);
        return new Spoken(reply, Answer.EXTRACTIVE, false);
    }

    private Reply withSuggestions(Reply reply, List<String> asked, List<RetrievedPassage> nearest) {
        return switch (reply.kind()) {
            case REFUSAL -> reply.suggesting(suggestions(asked, nearest, SUGGESTIONS));
            case CHAT ->
                reply.suggestedQuestions().isEmpty()
                        ? reply.suggesting(suggestions(asked, nearest, SUGGESTIONS_IN_TALK))
                        : reply;
            case ANSWER, SUMMARY -> reply;
        };
    }

    /** The turns before a question, those of talk left out: nobody means "hello" with "it". */
    private List<Turn> turns(Question question) {
        if (!question.turns().isEmpty()) {
            return question.turns();
        }
        return turnsBefore(question).stream()
                .filter(answer -> answer.kind() != Kind.CHAT)
                .map(Turn::of)
                .toList();
    }

    /** Where an answer is given again, what was said after it is not what the question means. */
    private List<Answer> turnsBefore(Question question) {
        if (question.replaces() == null) {
            return conversations.lastTurns(question.conversationId(), MOST_TURNS);
        }
        List<Answer> turns = conversations.turns(question.conversationId());
        int end = 0;
        while (end < turns.size() && !turns.get(end).messageId().equals(question.replaces())) {
            end++;
        }
        return turns.subList(Math.max(0, end - MOST_TURNS), end);
    }

    private static @Nullable String understood(Reply reply, Spelling.Respelt respelt) {
        String completed = reply.understood();
        boolean asRespelt =
                reply.reason() != Reason.LANGUAGE && !respelt.replaced().isEmpty();
        return completed == null && asRespelt ? respelt.question() : completed;
    }

    /** Questions that the articles nearest to the question do answer. */
    private List<String> suggestions(List<String> asked, List<RetrievedPassage> nearest, int most) {
        Map<String, Article> articles = new LinkedHashMap<>();
        nearest.forEach(passage -> articles.put(passage.article().id(), passage.article()));
        if (articles.isEmpty() && !asked.isEmpty()) {
            library.find(asked.get(0)).ifPresent(article -> articles.put(article.id(), article));
        }
        return articles.values().stream()
                .limit(1)
                .filter(article -> ingestion.progress(article.id()).state() == Progress.State.READY)
                .flatMap(article -> descriptions.soon(article).suggestedQuestions().stream())
                .limit(most)
                .toList();
    }

    private List<String> warnings(Reply reply, List<String> respelt, List<String> asked) {
        List<String> warnings = new ArrayList<>(reply.warnings());
        if (!respelt.isEmpty()) {
            warnings.add("Read as " + String.join(", ", respelt) + ".");
        }
        asked.stream()
                .filter(id -> ingestion.progress(id).state() == Progress.State.INDEXING)
                .flatMap(id -> library.summary(id).stream())
                .forEach(article -> warnings.add(
                        "\"" + article.title() + "\" is still being read, so what it says may be missing."));
        reply.pieces().stream()
                .flatMap(piece -> piece.evidence().stream())
                .flatMap(evidence -> evidence.article().warnings().stream())
                .distinct()
                .forEach(warnings::add);
        return warnings;
    }

    private List<PassageHit> hits(List<RetrievedPassage> found) {
        return found.stream()
                .map(passage -> new PassageHit(
                        passage.article().id(),
                        passage.article().title(),
                        passage.text(),
                        passage.passage().span().start(),
                        passage.passage().span().end(),
                        passage.passage().paragraph(),
                        Composition.round(passage.score()),
                        links.to(passage.article(), passage.passage().span())))
                .toList();
    }

    /** Where the time of one answer goes. */
    private static final class Stopwatch {

        private final long start = System.nanoTime();
        private long retrieved = start;
        private long read = start;

        void retrieved() {
            retrieved = System.nanoTime();
        }

        void read() {
            read = System.nanoTime();
        }

        Answer.Timings timings() {
            return new Answer.Timings(
                    millis(retrieved - start), millis(read - retrieved), millis(System.nanoTime() - start));
        }

        private static long millis(long nanos) {
            return TimeUnit.NANOSECONDS.toMillis(nanos);
        }
    }
}
