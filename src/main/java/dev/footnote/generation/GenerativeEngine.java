package dev.footnote.generation;

import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import dev.footnote.engine.CheckedSentence;
import dev.footnote.engine.Engine;
import dev.footnote.engine.EngineFailedException;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Listener;
import dev.footnote.engine.Reply;
import dev.footnote.engine.Route;
import dev.footnote.english.Sentence;
import dev.footnote.passage.Passage;
import dev.footnote.reading.PassageFinder;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine that has a language model write the answer from the passages found, each sentence checked against what it
 * cites before it is said. What is known without a model never reaches it. Safe for use by several threads.
 */
final class GenerativeEngine implements Engine {

    private static final String NOT_FOUND = "The article does not say.";
    private static final String UNVERIFIED =
            "The language model gave an answer that the article does not support, so it is not shown.";

    private final String name;
    private final LanguageModel model;
    private final Prompts prompts;
    private final ClaimCheck check;
    private final PassageFinder finder;
    private final Engine extractive;

    /** @param extractive answers what needs no model, and knows the closest sentence where the model finds nothing */
    GenerativeEngine(
            String name,
            LanguageModel model,
            Prompts prompts,
            ClaimCheck check,
            PassageFinder finder,
            Engine extractive) {
        this.name = name;
        this.model = model;
        this.prompts = prompts;
        this.check = check;
        this.finder = finder;
        this.extractive = extractive;
    }

    @Override
    public Reply answer(Inquiry inquiry, Route route, Listener listener) {
        if (route instanceof Route.Overview overview) {
            List<RetrievedPassage> passages = new ArrayList<>(sentences(overview.sentences()));
            passages.addAll(finder.find(inquiry));
            return write(inquiry, route, passages, null, Attempt.begin(model, prompts, check), listener);
        }
        if (route instanceof Route.Read read) {
            Attempt attempt = Attempt.begin(model, prompts, check);
            String condensed =
                    attempt.condense(inquiry.question(), inquiry.turns()).orElse(null);
            List<RetrievedPassage> passages = condensed == null
                    ? finder.find(inquiry, read.vector())
                    : finder.find(new Inquiry(condensed, List.of(), inquiry.articleIds(), inquiry.topK()));
            return write(inquiry, route, passages, condensed, attempt, listener);
        }
        return extractive.answer(inquiry, route, listener);
    }

    /** @param condensed the question made whole by the model; null if it stands by itself */
    private Reply write(
            Inquiry inquiry,
            Route route,
            List<RetrievedPassage> passages,
            @Nullable String condensed,
            Attempt attempt,
            Listener listener) {
        listener.found(passages);
        if (passages.isEmpty()) {
            return refusal(Reason.NOT_FOUND, NOT_FOUND, null).understoodAs(condensed);
        }
        Said said = new Said(listener);
        String question = condensed == null ? inquiry.question() : condensed;
        Outcome outcome = attempt.answer(question, inquiry.turns(), passages, said);
        if (outcome instanceof Outcome.Failed failed) {
            throw new EngineFailedException(failed.failure().reason());
        }
        if (outcome instanceof Outcome.Answered answered) {
            boolean isOverview = route instanceof Route.Overview;
            return new Reply(
                            isOverview ? Kind.SUMMARY : Kind.ANSWER,
                            said.pieces,
                            null,
                            isOverview ? null : answered.certainty(),
                            null,
                            List.of(),
                            answered.warnings(),
                            condensed)
                    .in(Form.TEXT)
                    .by(name);
        }
        Evidence closest = closest(extractive.answer(inquiry, route, Listener.NONE));
        Reply refusal = outcome instanceof Outcome.Unverified
                ? refusal(Reason.UNVERIFIED, UNVERIFIED, closest)
                : refusal(Reason.NOT_FOUND, NOT_FOUND, closest);
        return refusal.understoodAs(condensed);
    }

    private Reply refusal(Reason reason, String sentence, @Nullable Evidence closest) {
        return Reply.refusal(reason, sentence, closest, null, List.of()).by(name);
    }

    /** The sentences of an overview, as what was found best. */
    private static List<RetrievedPassage> sentences(Reply overview) {
        return overview.pieces().stream()
                .flatMap(piece -> piece.evidence().stream())
                .map(evidence -> new RetrievedPassage(
                        evidence.article(),
                        new Passage(List.of(new Sentence(evidence.place(), evidence.paragraph()))),
                        1,
                        1))
                .toList();
    }

    /** The place where the reader would look. */
    private static @Nullable Evidence closest(Reply read) {
        return read.pieces().stream()
                .flatMap(piece -> piece.evidence().stream())
                .findFirst()
                .map(evidence -> new Evidence(
                        evidence.article(),
                        evidence.place(),
                        null,
                        evidence.paragraph(),
                        evidence.score(),
                        Support.UNSUPPORTED,
                        0))
                .orElse(null);
    }

    /** Hands sentences on and remembers them. */
    private static final class Said implements Listener {

        private final Listener listener;
        private final List<Reply.Piece> pieces = new ArrayList<>();

        Said(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void say(CheckedSentence sentence) {
            listener.say(sentence);
            pieces.add(new Reply.Piece(sentence.text(), sentence.evidence()));
        }

        @Override
        public void reset() {
            listener.reset();
            pieces.clear();
        }
    }
}
