package dev.footnote.answering;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Kind;
import dev.footnote.answer.PassageHit;
import dev.footnote.answer.Question;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Reply;
import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedText;
import dev.footnote.article.Article;
import dev.footnote.article.English;
import dev.footnote.article.Library;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.conversation.Messages;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.ingestion.Progress;
import dev.footnote.reading.Reading;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.retrieval.Spelling;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one use case. Every door translates into it and out of it. Safe for use by several threads. */
@Singleton
public class Assistant {

    private static final String NOT_ENGLISH = "I read English only.";
    private static final String NO_ARTICLE = "There is no article to read yet. Add one, then ask.";

    private static final String NO_ARTICLE_TO_CHECK = "There is no article to check against yet. Add one first.";

    /** How many questions a refusal offers. */
    private static final int SUGGESTIONS = 3;

    private final Library library;
    private final Ingestion ingestion;
    private final Spelling spelling;
    private final Retriever retriever;
    private final Reading reading;
    private final Descriptions descriptions;
    private final Messages messages;
    private final Links links;
    private final Verifier verifier;

    @Inject
    Assistant(
            Library library,
            Ingestion ingestion,
            Spelling spelling,
            Retriever retriever,
            Reading reading,
            Descriptions descriptions,
            Messages messages,
            Links links,
            Verifier verifier) {
        this.library = library;
        this.ingestion = ingestion;
        this.spelling = spelling;
        this.retriever = retriever;
        this.reading = reading;
        this.descriptions = descriptions;
        this.messages = messages;
        this.links = links;
        this.verifier = verifier;
    }

    /**
     * What is known of an article without a question.
     *
     * @param summary two or three of its sentences; empty until it is ready
     * @param suggestedQuestions questions it answers; empty until it is ready
     */
    public record Description(String summary, List<String> suggestedQuestions) {
        public Description {
            suggestedQuestions = List.copyOf(suggestedQuestions);
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
     * @throws UnknownArticleException before the first event, if it names an article that is not there
     * @throws InvalidQuestionException before the first event, if it asks for an engine that is not there
     */
    public Answer ask(Question question, Consumer<AnswerEvent> events) {
        long start = System.nanoTime();
        checkEngine(question.engine());
        List<String> asked = known(question.articleIds());
        String messageId = UUID.randomUUID().toString();
        events.accept(new AnswerEvent.Started(messageId, question.conversationId()));

        Spelling.Respelt respelt = spelling.respell(question.text());
        List<List<RetrievedPassage>> found = new ArrayList<>();
        boolean english = English.isEnglish(question.text());
        if (english) {
            for (String part : reading.parts(respelt.question())) {
                found.add(retrieve(part, question));
            }
        }
        events.accept(new AnswerEvent.Sources(hits(found)));
        long retrieved = System.nanoTime();

        Reply reply = english
                ? reply(respelt, found, asked)
                : Reply.refusal(Reason.LANGUAGE, NOT_ENGLISH, null, null, suggestions(asked, List.of()));
        long read = System.nanoTime();

        Composition composition = new Composition(reply, links, events);
        Answer answer = new Answer(
                messageId,
                question.conversationId(),
                question.text(),
                english && !respelt.replaced().isEmpty() ? respelt.question() : null,
                reply.kind(),
                composition.answer(),
                composition.text(),
                reply.kind() == Kind.ANSWER || reply.kind() == Kind.SUMMARY,
                reply.reason(),
                reply.certainty(),
                reply.confidence() == null ? null : Composition.round(reply.confidence()),
                Answer.EXTRACTIVE,
                false,
                composition.claims(),
                composition.citations(),
                reply.suggestedQuestions(),
                warnings(reply, english ? respelt.replaced() : List.of(), asked),
                new Answer.Timings(
                        millis(retrieved - start), millis(read - retrieved), millis(System.nanoTime() - start)));
        messages.keep(answer);
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
        known(articleIds);
        return hits(List.of(retriever.retrieve(spelling.respell(query).question(), Set.copyOf(articleIds), topK)));
    }

    /**
     * Checks a text sentence by sentence against the articles.
     *
     * @throws UnknownArticleException if it names an article that is not there
     * @throws InvalidQuestionException if it has more sentences than are checked at once
     */
    public VerifiedText verify(UnverifiedText unverified) {
        List<String> ids = known(unverified.articleIds());
        VerifiedText verified = verifier.verify(unverified.text(), Set.copyOf(unverified.articleIds()));
        return ids.isEmpty() ? verified.warning(NO_ARTICLE_TO_CHECK) : verified;
    }

    /** What can be said of an article without a question; takes about a second when first asked of a text. */
    public Description describe(Article article) {
        boolean canBeAsked = ingestion.progress(article.id()).state() == Progress.State.READY;
        return canBeAsked ? descriptions.of(article) : new Description("", List.of());
    }

    /** As {@link #describe}, but only what is known already, without any work: for long lists. */
    public Description describeIfKnown(Article article) {
        return descriptions.ifKnown(article);
    }

    private static void checkEngine(@Nullable String engine) {
        if (engine != null && !engine.equals(Answer.EXTRACTIVE)) {
            throw new InvalidQuestionException("There is no engine \"" + engine + "\". There is \"extractive\".");
        }
    }

    /** The ids of the articles that are asked; all where none is named. */
    private List<String> known(List<String> ids) {
        if (ids.isEmpty()) {
            return library.ids();
        }
        for (String id : ids) {
            if (library.find(id).isEmpty()) {
                throw new UnknownArticleException(id);
            }
        }
        return ids.stream().distinct().toList();
    }

    private List<RetrievedPassage> retrieve(String part, Question question) {
        Set<String> where = Set.copyOf(question.articleIds());
        Integer topK = question.topK();
        return topK == null ? retriever.retrieve(part, where) : retriever.retrieve(part, where, topK);
    }

    private Reply reply(Spelling.Respelt respelt, List<List<RetrievedPassage>> found, List<String> asked) {
        if (asked.isEmpty()) {
            return Reply.refusal(Reason.NOT_FOUND, NO_ARTICLE, null, 0.0, List.of());
        }
        Reply reply = reading.answer(respelt.question(), found);
        return reply.kind() == Kind.REFUSAL ? reply.suggesting(suggestions(asked, found.get(0))) : reply;
    }

    /** Questions that the articles nearest to the question do answer. */
    private List<String> suggestions(List<String> asked, List<RetrievedPassage> nearest) {
        Map<String, Article> articles = new LinkedHashMap<>();
        nearest.forEach(passage -> articles.put(passage.article().id(), passage.article()));
        if (articles.isEmpty() && !asked.isEmpty()) {
            library.find(asked.get(0)).ifPresent(article -> articles.put(article.id(), article));
        }
        return articles.values().stream()
                .limit(1)
                .flatMap(article -> describe(article).suggestedQuestions().stream())
                .limit(SUGGESTIONS)
                .toList();
    }

    private List<String> warnings(Reply reply, List<String> respelt, List<String> asked) {
        List<String> warnings = new ArrayList<>(reply.warnings());
        if (!respelt.isEmpty()) {
            warnings.add("Read as " + String.join(", ", respelt) + ".");
        }
        asked.stream()
                .filter(id -> ingestion.progress(id).state() == Progress.State.INDEXING)
                .flatMap(id -> library.find(id).stream())
                .forEach(article -> warnings.add(
                        "\"" + article.title() + "\" is still being read, so what it says may be missing."));
        reply.pieces().stream()
                .flatMap(piece -> piece.evidence().stream())
                .flatMap(evidence -> evidence.article().warnings().stream())
                .distinct()
                .forEach(warnings::add);
        return warnings;
    }

    private List<PassageHit> hits(List<List<RetrievedPassage>> found) {
        return found.stream()
                .flatMap(List::stream)
                .distinct()
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

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
