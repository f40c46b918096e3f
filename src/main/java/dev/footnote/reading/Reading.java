package dev.footnote.reading;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Evidence;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Reply;
import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.article.Span;
import dev.footnote.home.Home;
import dev.footnote.model.ScoredSpan;
import dev.footnote.model.SpanReader;
import dev.footnote.passage.Passage;
import dev.footnote.retrieval.RetrievedPassage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final SpanReader reader;
    private final SuggestedQuestions suggestions;
    private final ExamplePhrases phrases;
    private final ReadingConfig config;
    private final ConfidenceModel confidence;

    Reading(
            SpanReader reader,
            SuggestedQuestions suggestions,
            ExamplePhrases phrases,
            ReadingConfig config,
            Home home) {
        this.reader = reader;
        this.suggestions = suggestions;
        this.phrases = phrases;
        this.config = config;
        this.confidence = ConfidenceModel.read(home.embeddings());
    }

    /** The parts of a question that are retrieved and answered one by one; most have one. */
    public List<String> parts(String question) {
        return QuestionParts.of(question);
    }

    /**
     * Answers a question from passages.
     *
     * @param question as understood
     * @param passages for each of the question's {@link #parts}, what was retrieved for it, the best first
     */
    public Reply answer(String question, List<List<RetrievedPassage>> passages) {
        List<String> parts = parts(question);
        List<Readout> readouts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            readouts.add(read(parts.get(i), passages.get(i)));
        }
        List<String> warnings = new ArrayList<>();
        if (reader.shortens(question)) {
            warnings.add(SHORTENED);
        }
        List<Reply.Piece> pieces = new ArrayList<>();
        double certain = 1;
        for (Readout readout : readouts) {
            double probability = readout.best().isEmpty() ? 0 : confidence.probability(readout.features());
            if (readout.best().isPresent() && (probability >= confidence.refuseBelow() || !config.refuse())) {
                pieces.addAll(pieces(readout, probability));
                certain = Math.min(certain, probability);
            } else if (parts.size() > 1) {
                warnings.add("The article does not say: " + readout.question());
            }
        }
        if (pieces.isEmpty()) {
            return refuse(question, readouts.get(0));
        }
        return new Reply(
                Kind.ANSWER,
                pieces,
                null,
                certain >= confidence.statedFrom() ? Certainty.STATED : Certainty.LIKELY,
                certain,
                List.of(),
                warnings);
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
        return suggestions.of(article, config.suggestedQuestions(), suggestion -> {
            Passage alone = new Passage(List.of(suggestion.sentence()));
            // The sentence was found for sure, so only the reader's own signs count.
            RetrievedPassage found = new RetrievedPassage(article, alone, 1, 0.75);
            Readout readout = read(suggestion.question(), List.of(found));
            return readout.best()
                            .filter(best -> !best.isPronoun()
                                    && best.text().length() < found.text().length() * 0.9)
                            .isPresent()
                    && confidence.probability(readout.features()) >= confidence.statedFrom();
        });
    }

    private Readout read(String question, List<RetrievedPassage> passages) {
        return Readout.of(
                question,
                passages,
                reader.read(
                        question, passages.stream().map(RetrievedPassage::text).toList()));
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
        double missed = readout.best().isEmpty() ? 0 : confidence.probability(readout.features());
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
        boolean unsupported = phrases.likeness(question, "unsupported") >= LIKE_EXAMPLES;
        return Reply.refusal(
                unsupported ? Reason.UNSUPPORTED : Reason.NOT_FOUND,
                unsupported ? UNSUPPORTED : NOT_FOUND,
                unsupported ? null : closest,
                missed,
                List.of());
    }
}
