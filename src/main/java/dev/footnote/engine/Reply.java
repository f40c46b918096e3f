package dev.footnote.engine;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine replies, before its citations are numbered and linked and it is kept as an {@link Answer}.
 *
 * @param kind what sort of thing is said
 * @param pieces what is said, in order; in a refusal one piece, whose evidence is the closest sentence
 * @param reason why not; null unless a refusal
 * @param certainty in a word; null for a summary and for chat
 * @param confidence as {@link Answer#confidence()}
 * @param suggestedQuestions what can be asked next
 * @param warnings sentences that a reader should see beside the answer
 * @param understood the question as it was completed, where that differs from what was asked; null otherwise
 * @param form how it is put; null for a refusal and for chat
 * @param engine who says it, as {@link Answer#engine()}
 * @param degraded whether it is said in place of an engine that failed
 */
public record Reply(
        Kind kind,
        List<Piece> pieces,
        @Nullable Reason reason,
        @Nullable Certainty certainty,
        @Nullable Double confidence,
        List<String> suggestedQuestions,
        List<String> warnings,
        @Nullable String understood,
        @Nullable Form form,
        String engine,
        boolean degraded) {

    /** Stands between the items of an answer; whole sentences need only a blank. */
    private static final String BETWEEN_ITEMS = "; ";

    public Reply {
        pieces = List.copyOf(pieces);
        suggestedQuestions = List.copyOf(suggestedQuestions);
        warnings = List.copyOf(warnings);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("A reply says something");
        }
        if ((kind == Kind.ANSWER || kind == Kind.SUMMARY) != (form != null)) {
            throw new IllegalArgumentException("An answer and a summary, and nothing else, have a form");
        }
    }

    /** A reply of the extractive engine. */
    public Reply(
            Kind kind,
            List<Piece> pieces,
            @Nullable Reason reason,
            @Nullable Certainty certainty,
            @Nullable Double confidence,
            List<String> suggestedQuestions,
            List<String> warnings,
            @Nullable String understood,
            @Nullable Form form) {
        this(
                kind,
                pieces,
                reason,
                certainty,
                confidence,
                suggestedQuestions,
                warnings,
                understood,
                form,
                Answer.EXTRACTIVE,
                false);
    }

    /** A reply in the form that its pieces show. */
    public Reply(
            Kind kind,
            List<Piece> pieces,
            @Nullable Reason reason,
            @Nullable Certainty certainty,
            @Nullable Double confidence,
            List<String> suggestedQuestions,
            List<String> warnings,
            @Nullable String understood) {
        this(
                kind,
                pieces,
                reason,
                certainty,
                confidence,
                suggestedQuestions,
                warnings,
                understood,
                formOf(kind, pieces));
    }

    /** A reply to a question that was understood as it was asked. */
    public Reply(
            Kind kind,
            List<Piece> pieces,
            @Nullable Reason reason,
            @Nullable Certainty certainty,
            @Nullable Double confidence,
            List<String> suggestedQuestions,
            List<String> warnings) {
        this(kind, pieces, reason, certainty, confidence, suggestedQuestions, warnings, null);
    }

    /**
     * A part of what is said, with what it stands on.
     *
     * @param text the words
     * @param evidence where they stand, the best first; several places say the same again
     */
    public record Piece(String text, List<Evidence> evidence) {
        public Piece {
            evidence = List.copyOf(evidence);
        }
    }

    /** A refusal that shows the closest place, if there is one. */
    public static Reply refusal(
            Reason reason,
            String sentence,
            @Nullable Evidence closest,
            @Nullable Double confidence,
            List<String> suggestedQuestions) {
        return new Reply(
                Kind.REFUSAL,
                List.of(new Piece(sentence, closest == null ? List.of() : List.of(closest))),
                reason,
                Certainty.NONE,
                confidence,
                suggestedQuestions,
                List.of());
    }

    /** Sentences of an article that stand for themselves, each with its place. */
    public static Reply summary(List<Piece> pieces) {
        return new Reply(Kind.SUMMARY, pieces, null, null, null, List.of(), List.of());
    }

    /** What can be read off without any doubt, such as a count. */
    public static Reply exact(List<Piece> pieces) {
        return new Reply(Kind.ANSWER, pieces, null, Certainty.STATED, 1.0, List.of(), List.of());
    }

    /** A friendly sentence, or a question back. */
    public static Reply chat(String sentence, List<String> suggestedQuestions) {
        return new Reply(
                Kind.CHAT, List.of(new Piece(sentence, List.of())), null, null, null, suggestedQuestions, List.of());
    }

    /** The same with these warnings. */
    public Reply warning(List<String> sentences) {
        return with(suggestedQuestions, sentences, understood, form, engine, degraded);
    }

    /** The same with something that a reader should see first. */
    public Reply warning(String sentence) {
        List<String> more = new ArrayList<>();
        more.add(sentence);
        more.addAll(warnings);
        return warning(more);
    }

    /** The same with other questions to ask next. */
    public Reply suggesting(List<String> questions) {
        return with(questions, warnings, understood, form, engine, degraded);
    }

    /** The same to a question that was completed. */
    public Reply understoodAs(@Nullable String question) {
        return with(suggestedQuestions, warnings, question, form, engine, degraded);
    }

    /** The same, put in another form. */
    public Reply in(Form other) {
        return with(suggestedQuestions, warnings, understood, other, engine, degraded);
    }

    /** The same, said by another engine. */
    public Reply by(String other) {
        return with(suggestedQuestions, warnings, understood, form, other, degraded);
    }

    /** The same, said in place of an engine that failed. */
    public Reply inPlaceOfAnother() {
        return with(suggestedQuestions, warnings, understood, form, engine, true);
    }

    private Reply with(
            List<String> otherSuggestions,
            List<String> otherWarnings,
            @Nullable String otherUnderstood,
            @Nullable Form otherForm,
            String otherEngine,
            boolean otherDegraded) {
        return new Reply(
                kind,
                pieces,
                reason,
                certainty,
                confidence,
                otherSuggestions,
                otherWarnings,
                otherUnderstood,
                otherForm,
                otherEngine,
                otherDegraded);
    }

    /** What stands between two pieces. */
    public String separator() {
        boolean areItems = kind == Kind.ANSWER && (form == Form.WORDS || form == Form.LIST || form == Form.TIMELINE);
        return areItems ? BETWEEN_ITEMS : " ";
    }

    private static @Nullable Form formOf(Kind kind, List<Piece> pieces) {
        return switch (kind) {
            case REFUSAL, CHAT -> null;
            case SUMMARY -> Form.SENTENCES;
            case ANSWER -> pieces.size() == 1 ? formOf(pieces.get(0)) : Form.LIST;
        };
    }

    private static Form formOf(Piece piece) {
        if (piece.text().startsWith("Yes: ") || piece.text().startsWith("No: ")) {
            return Form.VERDICT;
        }
        boolean isWhole = !piece.evidence().isEmpty()
                && piece.evidence()
                        .get(0)
                        .place()
                        .equals(piece.evidence().get(0).words());
        return isWhole ? Form.SENTENCES : Form.WORDS;
    }
}
