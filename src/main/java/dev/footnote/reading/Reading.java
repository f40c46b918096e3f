package dev.footnote.reading;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.description.SuggestedQuestions;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.english.Polarity;
import dev.footnote.home.Home;
import dev.footnote.intent.Asked;
import dev.footnote.intent.ExamplePhrases;
import dev.footnote.intent.Strategies;
import dev.footnote.intent.Strategy;
import dev.footnote.intent.Wish;
import dev.footnote.model.ScoredSpan;
import dev.footnote.model.SpanReader;
import dev.footnote.passage.Passage;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Answers from the words of the articles, without an LLM: what it says stands there, letter for letter. Safe for use by
 * several threads.
 */
@Singleton
public class Reading {

    static final String NOT_FOUND = "The article does not say.";
    static final String UNSUPPORTED =
            "I only tell what the article says: no arithmetic, no opinions, nothing written to order.";
    private static final String SHORTENED = "The question is long; only its last 64 word pieces were read.";

    /** Below this cosine a passage has nothing to do with the question, and no sentence of it is shown as closest. */
    private static final double CLOSE = 0.5;

    /** From this likeness to an example phrase on, a question that nothing answers is of that kind. */
    private static final double LIKE_EXAMPLES = 0.72;

    /** An item of a list may be this much weaker than the best one, in logits. */
    private static final double ITEM_SLACK = 4;

    private static final int MOST_ITEMS = 5;

    /** The least margin at which another sentence that says the same is cited too. */
    private static final double AGAIN = 4;

    private static final int MOST_CITATIONS_OF_ONE = 2;

    /** A passage that was cited before comes along if it is among so many. */
    private static final int CITED_AMONG = 50;

    private final Retriever retriever;
    private final SpanReader reader;
    private final SuggestedQuestions suggestions;
    private final ExamplePhrases phrases;
    private final Strategies strategies;
    private final ReadingConfig config;
    private final ConfidenceModel confidence;
    private final Doubt doubt;

    Reading(
            Retriever retriever,
            SpanReader reader,
            SuggestedQuestions suggestions,
            ExamplePhrases phrases,
            Strategies strategies,
            ReadingConfig config,
            Home home) {
        this.retriever = retriever;
        this.reader = reader;
        this.suggestions = suggestions;
        this.phrases = phrases;
        this.strategies = strategies;
        this.config = config;
        this.confidence = ConfidenceModel.read(home.embeddings());
        this.doubt = new Doubt(this::answerInFull);
    }

    /**
     * Answers a question.
     *
     * @param found told, before they are read, which passages were found; none where nothing need be read
     */
    public Reply answer(Inquiry inquiry, Consumer<List<RetrievedPassage>> found) {
        Asked asked = new Asked(inquiry, phrases);
        Optional<Reply> known = beforeReading(asked, true);
        if (known.isPresent()) {
            found.accept(List.of());
            return known.get();
        }
        Reply read = read(inquiry, found).reply();
        return read.kind() == Kind.REFUSAL
                ? strategies.inOrder().stream()
                        .flatMap(strategy -> strategy.whenNothingFound(asked).stream())
                        .findFirst()
                        .orElse(read)
                : read;
    }

    /**
     * What is answered without reading, and as well as any language model could: talk, counts, paragraphs, what the file
     * says of itself, doubts. Overviews and bare names are left out, for they are passages to write from; talk comes back
     * as {@link Kind#CHAT}.
     *
     * @return empty if the question is to be answered from passages
     */
    public Optional<Reply> beforeReading(Inquiry inquiry) {
        return beforeReading(new Asked(inquiry, phrases), false);
    }

    /**
     * What is said without reading to a wish for an overview or to a bare name: sentences that a language model could
     * write from, or, as {@link Kind#CHAT}, a question back.
     *
     * @return empty if the question is no such wish
     */
    public Optional<Reply> overview(Inquiry inquiry) {
        Asked asked = new Asked(inquiry, phrases);
        return strategies.inOrder().stream()
                .filter(Strategy::isForWriter)
                .flatMap(strategy -> strategy.beforeReading(asked).stream())
                .findFirst();
    }

    private Optional<Reply> beforeReading(Asked asked, boolean alsoForWriter) {
        return doubt.beforeReading(asked).or(() -> strategies.inOrder().stream()
                .filter(strategy -> alsoForWriter || !strategy.isForWriter())
                .flatMap(strategy -> strategy.beforeReading(asked).stream())
                .findFirst());
    }

    /** The answer to a question that was asked before, with what else could be said to it. */
    private Doubt.Reconsidered answerInFull(Inquiry inquiry) {
        Optional<Reply> known = beforeReading(new Asked(inquiry, phrases), true);
        return known.map(reply -> new Doubt.Reconsidered(reply, List.of())).orElseGet(() -> read(inquiry, found -> {}));
    }

    private Doubt.Reconsidered read(Inquiry inquiry, Consumer<List<RetrievedPassage>> found) {
        List<QuestionParts.Part> asked = QuestionParts.named(inquiry.question());
        List<PartRetrieval> parts =
                asked.stream().map(part -> retrieve(part.question(), inquiry)).toList();
        found.accept(parts.stream().flatMap(PartRetrieval::all).distinct().toList());

        List<Readout> readouts = parts.stream().map(this::read).toList();
        List<String> warnings = new ArrayList<>();
        if (reader.shortens(inquiry.question())) {
            warnings.add(SHORTENED);
        }
        List<Reply.Piece> pieces = new ArrayList<>();
        double certain = 1;
        for (int i = 0; i < readouts.size(); i++) {
            Readout readout = readouts.get(i);
            double probability = probability(readout);
            if (readout.best().isPresent() && (probability >= confidence.refuseBelow() || !config.refuse())) {
                pieces.addAll(asked.get(i).label(pieces(readout, probability)));
                certain = Math.min(certain, probability);
            } else if (parts.size() > 1) {
                warnings.add("The article does not say: " + readout.question());
            }
        }
        String understood =
                readouts.stream().allMatch(readout -> readout.context().isEmpty())
                        ? null
                        : readouts.get(0).context() + inquiry.question();
        if (pieces.isEmpty()) {
            Reply refusal = refuse(inquiry.question(), readouts.get(0)).understoodAs(understood);
            return new Doubt.Reconsidered(refusal, readouts.get(0).candidates());
        }
        Reply reply = new Reply(
                Kind.ANSWER,
                pieces,
                null,
                certain >= confidence.statedFrom() ? Certainty.STATED : Certainty.LIKELY,
                certain,
                List.of(),
                warnings,
                understood);
        return new Doubt.Reconsidered(
                reply, readouts.size() == 1 ? readouts.get(0).candidates() : List.of());
    }

    /** What there is to read for a question, without reading it. */
    public List<RetrievedPassage> find(Inquiry inquiry) {
        return QuestionParts.named(inquiry.question()).stream()
                .map(part -> retrieve(part.question(), inquiry))
                .flatMap(PartRetrieval::all)
                .distinct()
                .toList();
    }

    /**
     * What was found for one part of a question.
     *
     * @param question the part
     * @param followUp how far it leans on the turns before it
     * @param alone what was found for it by itself
     * @param context what it is read after where it leans
     * @param joined what was found for it together with its context; empty where it stands alone
     */
    private record PartRetrieval(
            String question,
            FollowUp followUp,
            List<RetrievedPassage> alone,
            String context,
            List<RetrievedPassage> joined) {

        Stream<RetrievedPassage> all() {
            return Stream.concat(alone.stream(), joined.stream());
        }
    }

    private PartRetrieval retrieve(String part, Inquiry inquiry) {
        Set<String> where = Set.copyOf(inquiry.articleIds());
        Integer topK = inquiry.topK();
        int limit = topK == null ? retriever.usualLimit() : topK;
        String context = FollowUp.context(inquiry.turns());
        FollowUp followUp = context.isEmpty() ? FollowUp.STANDS_ALONE : FollowUp.of(part);
        List<RetrievedPassage> alone = followUp == FollowUp.LEANS ? List.of() : retriever.retrieve(part, where, limit);
        List<RetrievedPassage> joined = followUp == FollowUp.STANDS_ALONE
                ? List.of()
                : withCited(retriever.retrieve(context + part, where, CITED_AMONG), limit, inquiry.turns());
        return new PartRetrieval(part, followUp, alone, context, joined);
    }

    /** The best passages, and those further down that the turn before cited. */
    private static List<RetrievedPassage> withCited(List<RetrievedPassage> ranked, int limit, List<Turn> turns) {
        List<Citation> cited = turns.get(turns.size() - 1).citations();
        List<RetrievedPassage> taken = new ArrayList<>();
        for (RetrievedPassage passage : ranked) {
            boolean carried = cited.stream()
                    .anyMatch(citation ->
                            citation.documentId().equals(passage.article().id())
                                    && passage.passage()
                                            .span()
                                            .overlaps(new Span(citation.startCharIndex(), citation.endCharIndex())));
            if (taken.size() < limit || carried) {
                taken.add(passage);
            }
        }
        return taken;
    }

    /** By itself where it can be; after the turns before where it must be, or where nothing answers it by itself. */
    private Readout read(PartRetrieval part) {
        if (part.followUp() == FollowUp.LEANS) {
            return read(part.question(), part.context(), part.joined());
        }
        Readout alone = read(part.question(), "", part.alone());
        if (part.followUp() == FollowUp.STANDS_ALONE || probability(alone) >= confidence.refuseBelow()) {
            return alone;
        }
        Readout joined = read(part.question(), part.context(), part.joined());
        return probability(joined) >= confidence.refuseBelow() ? joined : alone;
    }

    private double probability(Readout readout) {
        return readout.best().isEmpty() ? 0 : confidence.probability(readout.features());
    }

    /** Tells what would be answered to one question from this or that choice of passages; reads each passage once. */
    public Assessor assessor(String question) {
        return new Assessor(question);
    }

    /** Reads for one question; for one thread. */
    public final class Assessor {

        private final String question;
        private final Map<String, List<ScoredSpan>> read = new HashMap<>();

        private Assessor(String question) {
            this.question = question;
        }

        /** What the best answer would rest on, before any refusal; empty if there is nothing to read. */
        public Optional<Assessment> assess(List<RetrievedPassage> passages) {
            List<String> unread = passages.stream()
                    .map(RetrievedPassage::text)
                    .filter(text -> !read.containsKey(text))
                    .distinct()
                    .toList();
            List<List<ScoredSpan>> spans = reader.read(question, unread);
            for (int i = 0; i < unread.size(); i++) {
                read.put(unread.get(i), spans.get(i));
            }
            Readout readout = Readout.of(
                    question,
                    "",
                    passages,
                    passages.stream()
                            .map(passage -> read.getOrDefault(passage.text(), List.of()))
                            .toList());
            return readout.best()
                    .map(best -> new Assessment(
                            best.source().article(), best.words(), best.sentences(), readout.features()));
        }
    }

    /**
     * The best answer before any refusal.
     *
     * @param article that holds it
     * @param words its place there
     * @param sentence the sentence or sentences that hold it
     * @param features what {@link ConfidenceModel} weighs
     */
    public record Assessment(Article article, Span words, Span sentence, Features features) {}

    /** Questions that an article answers, at most as many as configured; takes about a second. */
    public List<String> suggest(Article article) {
        return suggest(article, List.of());
    }

    /**
     * As {@link #suggest(Article)}, with questions that someone proposes before those that are made here; all stand the
     * same test.
     */
    public List<String> suggest(Article article, List<SuggestedQuestions.Suggestion> proposed) {
        return suggestions.of(
                article, proposed, config.suggestedQuestions(), suggestion -> isAnswered(article, suggestion));
    }

    /** How many questions are suggested at most. */
    public int mostSuggested() {
        return config.suggestedQuestions();
    }

    /** Whether the reader answers a question, surely, from its sentence. */
    private boolean isAnswered(Article article, SuggestedQuestions.Suggestion suggestion) {
        Passage alone = new Passage(List.of(suggestion.sentence()));
        // The sentence was found for sure, so only the reader's own signs count.
        RetrievedPassage found = new RetrievedPassage(article, alone, 1, 0.75);
        Readout readout = read(suggestion.question(), "", List.of(found));
        return readout.best()
                        .filter(best -> !best.isPronoun()
                                && best.text().length() < found.text().length() * 0.9)
                        .isPresent()
                && confidence.probability(readout.features()) >= confidence.statedFrom();
    }

    private Readout read(String question, String context, List<RetrievedPassage> passages) {
        return Readout.of(
                question,
                context,
                passages,
                reader.read(
                        context + question,
                        passages.stream().map(RetrievedPassage::text).toList()));
    }

    private List<Reply.Piece> pieces(Readout readout, double probability) {
        Candidate best = readout.candidates().get(0);
        if (Polarity.isYesNo(readout.question())) {
            return List.of(decide(readout.question(), best, probability));
        }
        List<Candidate> items = new ArrayList<>(List.of(best));
        if (QuestionParts.asksForSeveral(readout.question())) {
            for (Candidate other : readout.candidates()) {
                boolean another =
                        items.stream().noneMatch(item -> item.saysTheSameAs(other) || item.sharesSentenceWith(other));
                boolean good = other.margin() > 0 && other.margin() >= best.margin() - ITEM_SLACK && !other.isPronoun();
                if (another && good && items.size() < MOST_ITEMS) {
                    items.add(other);
                }
            }
        }
        return items.stream()
                .map(item -> new Reply.Piece(item.text(), evidence(item, readout, probability)))
                .toList();
    }

    /** The item's own sentence, then others that give the same answer just as surely. */
    private static List<Evidence> evidence(Candidate item, Readout readout, double probability) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(cite(item, item.words(), probability));
        for (Candidate other : readout.candidates()) {
            if (evidence.size() < MOST_CITATIONS_OF_ONE
                    && other.margin() >= AGAIN
                    && other.text().equalsIgnoreCase(item.text())
                    && !other.sharesSentenceWith(item)) {
                evidence.add(cite(other, other.words(), probability));
            }
        }
        return evidence;
    }

    /** A yes/no question is answered by the sentence that decides it, with "Yes" or "No" where it settles it. */
    private static Reply.Piece decide(String question, Candidate best, double probability) {
        Span place = best.sentences();
        String sentence = place.of(best.source().article().text());
        String said =
                switch (Polarity.verdict(question, sentence)) {
                    case YES -> "Yes: " + sentence;
                    case NO -> "No: " + sentence;
                    case OPEN -> sentence;
                };
        return new Reply.Piece(said, List.of(cite(best, place, probability)));
    }

    private static Evidence cite(Candidate candidate, Span words, double probability) {
        return new Evidence(
                candidate.source().article(),
                candidate.sentences(),
                words,
                candidate.source().passage().paragraph(),
                probability,
                Support.SUPPORTED,
                probability);
    }

    private Reply refuse(String question, Readout readout) {
        double missed = probability(readout);
        Evidence closest = readout.best()
                .filter(best -> best.source().similarity() >= CLOSE)
                .map(best -> new Evidence(
                        best.source().article(),
                        best.sentences(),
                        null,
                        best.source().passage().paragraph(),
                        missed,
                        Support.UNSUPPORTED,
                        0))
                .orElse(null);
        boolean unsupported = phrases.likeness(phrases.vector(question), Wish.UNSUPPORTED) >= LIKE_EXAMPLES;
        return Reply.refusal(
                unsupported ? Reason.UNSUPPORTED : Reason.NOT_FOUND,
                unsupported ? UNSUPPORTED : NOT_FOUND,
                unsupported ? null : closest,
                missed,
                List.of());
    }
}
