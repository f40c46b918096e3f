package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.english.Sentence;
import dev.footnote.generation.AnswerSink;
import dev.footnote.generation.CheckedSentence;
import dev.footnote.generation.Failure;
import dev.footnote.generation.Generation;
import dev.footnote.generation.Outcome;
import dev.footnote.passage.Passage;
import dev.footnote.reading.Reading;
import dev.footnote.retrieval.RetrievedPassage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a language model answer, and the built-in reader where it fails. Safe for use by several threads.
 */
@Singleton
public class ModelReplies {

    private static final String NOT_FOUND = "The article does not say.";
    private static final String UNVERIFIED =
            "The language model gave an answer that the article does not support, so it is not shown.";

    private final Generation generation;
    private final Reading reading;

    ModelReplies(Generation generation, Reading reading) {
        this.generation = generation;
        this.reading = reading;
    }

    /**
     * What was said, and who said it.
     *
     * @param reply its words; they are in the composition already
     * @param engine as {@link Answer#engine()}
     * @param degraded as {@link Answer#degraded()}
     */
    record Spoken(Reply reply, String engine, boolean degraded) {}

    /**
     * Answers into a composition.
     *
     * @param engine a language model's
     * @param found told which passages were found, before the model is asked
     */
    Spoken answer(String engine, Inquiry asked, Consumer<List<RetrievedPassage>> found, Composition composition) {
        Optional<Reply> overview = reading.overview(asked);
        if (overview.isPresent() && overview.get().kind() == Kind.CHAT) {
            found.accept(List.of());
            composition.add(overview.get());
            return new Spoken(overview.get(), Answer.EXTRACTIVE, false);
        }
        Generation.Attempt attempt = generation.begin(engine);
        // An overview is of an article, whatever was said before.
        String condensed = overview.isPresent()
                ? null
                : attempt.condense(asked.question(), asked.turns()).orElse(null);
        Inquiry inquiry =
                condensed == null ? asked : new Inquiry(condensed, List.of(), asked.articleIds(), asked.topK());
        List<RetrievedPassage> passages = new ArrayList<>();
        overview.ifPresent(reply -> passages.addAll(sentences(reply)));
        passages.addAll(reading.find(inquiry));
        found.accept(passages);
        if (passages.isEmpty()) {
            return refused(engine, Reason.NOT_FOUND, NOT_FOUND, null, condensed, composition);
        }
        Said said = new Said(composition);
        Outcome outcome = attempt.answer(inquiry.question(), asked.turns(), passages, said);
        if (outcome instanceof Outcome.Answered answered) {
            Reply reply = new Reply(
                            overview.isPresent() ? Kind.SUMMARY : Kind.ANSWER,
                            said.pieces,
                            null,
                            overview.isPresent() ? null : answered.certainty(),
                            null,
                            List.of(),
                            answered.warnings(),
                            condensed)
                    .in(Form.TEXT);
            return new Spoken(reply, engine, false);
        }
        Reply read = reading.answer(inquiry, known -> {});
        if (outcome instanceof Outcome.Failed failed) {
            return fallback(failed.failure(), read, condensed, composition);
        }
        boolean unverified = outcome instanceof Outcome.Unverified;
        return refused(
                engine,
                unverified ? Reason.UNVERIFIED : Reason.NOT_FOUND,
                unverified ? UNVERIFIED : NOT_FOUND,
                closest(read),
                condensed,
                composition);
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

    private static Spoken fallback(Failure failure, Reply read, @Nullable String condensed, Composition composition) {
        Reply reply = (condensed == null ? read : read.understoodAs(condensed))
                .warning("The language model did not answer (" + failure.reason()
                        + "); this is the answer of the built-in reader.");
        composition.reset();
        composition.add(reply);
        return new Spoken(reply, Answer.EXTRACTIVE, true);
    }

    private static Spoken refused(
            String engine,
            Reason reason,
            String sentence,
            @Nullable Evidence closest,
            @Nullable String condensed,
            Composition composition) {
        Reply reply = Reply.refusal(reason, sentence, closest, null, List.of()).understoodAs(condensed);
        composition.reset();
        composition.add(reply);
        return new Spoken(reply, engine, false);
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
    private static final class Said implements AnswerSink {

        private final Composition composition;
        private final List<Reply.Piece> pieces = new ArrayList<>();

        Said(Composition composition) {
            this.composition = composition;
        }

        @Override
        public void say(CheckedSentence sentence) {
            composition.add(sentence);
            pieces.add(new Reply.Piece(sentence.text(), sentence.evidence()));
        }

        @Override
        public void reset() {
            composition.reset();
            pieces.clear();
        }
    }
}
