package dev.footnote.verification;

import dev.footnote.english.Cloze;
import dev.footnote.english.Inflection;
import dev.footnote.english.MentionedTerms;
import dev.footnote.english.Term;
import dev.footnote.english.Terms;
import dev.footnote.english.Word;
import dev.footnote.model.ClaimJudge;
import dev.footnote.model.Encoder;
import dev.footnote.model.PassageScores;
import dev.footnote.model.ScoredSpan;
import dev.footnote.model.Similarity;
import dev.footnote.model.SpanReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares claims with sentences. Safe for use by several threads. */
@Singleton
class Comparer {

    private static final double LEAST_MARGIN = -8;
    private static final double MOST_MARGIN = 12;
    /**
     * What likeness and margin count at a glance against a share of missing words; near to what a fit found. On the 24 right
     * claims of {@code claims-dev.json} the sentence that each stands on comes first of the 23 of its article, as it does by
     * likeness alone: the set is too easy to choose them by.
     */
    private static final double GLANCE_SIMILARITY = 4;

    private static final double GLANCE_MARGIN = 0.15;
    /** A term that the text lacks is wrong for sure, so that less sure words may stand in its place. */
    private static final double LEAST_INSTEAD = -3;

    /** More terms of one claim are not asked for; those that the text lacks are first. */
    private static final int MOST_ASKED = 3;

    private final SpanReader reader;
    private final Encoder encoder;
    private final ClaimJudge judge;

    Comparer(SpanReader reader, Encoder encoder, ClaimJudge judge) {
        this.reader = reader;
        this.encoder = encoder;
        this.judge = judge;
    }

    /** How the reader's words relate to the term of the claim that it was asked for. */
    private enum Relation {
        SAME,
        /** Another term, which the claim does not have. */
        FOREIGN,
        /** Another term of the claim. */
        OTHER,
        /** No term of that kind. */
        NONE
    }

    /** A term of the claim, and what the reader names when it is asked for it. */
    private record TermReading(Term term, double strangeness, String said, double margin, Relation relation) {

        boolean is(Relation wanted) {
            return relation == wanted;
        }
    }

    /**
     * The signs of a claim over a text, see {@link ClaimSigns}.
     *
     * @return empty where one of them has no visible character
     */
    Optional<Map<String, Double>> signs(String claim, String text) {
        if (claim.isBlank()) {
            return Optional.empty();
        }
        PassageScores scores = reader.score(claim, List.of(""), List.of(text)).get(0);
        return scores.size() == 0
                ? Optional.empty()
                : Optional.of(ClaimSigns.of(
                        claim, text, scores, judge.judge(claim, text), encoder.encodeWords(List.of(claim, text))));
    }

    /** The surest of what the text has in place of the claim's terms; first of those that the text lacks. */
    @Nullable
    String instead(String claim, String text) {
        List<Word> words = Word.of(claim);
        List<Term> terms = Terms.of(words);
        MentionedTerms mentions = new MentionedTerms(text);
        return ask(terms, claim, words, text, mentions).stream()
                .filter(each -> each.margin() > (each.strangeness() < 0.5 ? 0 : LEAST_INSTEAD))
                .filter(each -> each.is(Relation.FOREIGN)
                        || each.is(Relation.OTHER) && each.term().equals(terms.get(0)))
                .max(Comparator.comparingDouble(TermReading::strangeness).thenComparingDouble(TermReading::margin))
                .map(TermReading::said)
                .orElse(null);
    }

    private List<TermReading> ask(
            List<Term> terms, String claim, List<Word> words, String text, MentionedTerms mentions) {
        List<Term> first = terms.stream()
                .sorted(Comparator.comparingDouble(mentions::strangeness).reversed())
                .limit(MOST_ASKED)
                .toList();
        List<List<ScoredSpan>> read = reader.readAll(
                first.stream().map(term -> Cloze.asking(term, claim, words)).toList(), text);
        List<TermReading> asked = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Term term = first.get(i);
            if (!read.get(i).isEmpty()) {
                ScoredSpan best = read.get(i).get(0);
                String said = best.span().of(text);
                asked.add(new TermReading(
                        term, mentions.strangeness(term), said, best.margin(), relation(term, words, said)));
            }
        }
        return asked;
    }

    private static Relation relation(Term term, List<Word> claim, String said) {
        List<Word> words = Word.of(said);
        List<Term> named = Terms.of(words);
        MentionedTerms wanted = new MentionedTerms(term.words());
        if (new MentionedTerms(words).mentions(term) || named.stream().anyMatch(wanted::mentions)) {
            return Relation.SAME;
        }
        List<Term> alike = named.stream().filter(each -> isOfKind(each, term)).toList();
        if (alike.isEmpty()) {
            return Relation.NONE;
        }
        MentionedTerms whole = new MentionedTerms(claim);
        return alike.stream().anyMatch(whole::mentions) ? Relation.OTHER : Relation.FOREIGN;
    }

    private static boolean isOfKind(Term some, Term other) {
        return (some.kind() == Term.TermKind.NUMBER) == (other.kind() == Term.TermKind.NUMBER)
                && (some.kind() == Term.TermKind.DATE) == (other.kind() == Term.TermKind.DATE);
    }

    /**
     * How well texts fit a claim at a glance: by meaning, by words and by the reader's margin. Comparable between texts of
     * one claim.
     */
    List<Double> glance(String claim, List<String> texts) {
        List<String> all = new ArrayList<>(texts);
        all.add(claim);
        List<float[]> vectors = encoder.encode(all);
        List<List<ScoredSpan>> read = reader.read(claim, texts);
        List<Word> words = Word.of(claim);
        List<Term> terms = Terms.of(words);
        List<Double> fits = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            MentionedTerms mentions = new MentionedTerms(texts.get(i));
            double strange = terms.stream().mapToDouble(mentions::strangeness).sum();
            double margin =
                    read.get(i).isEmpty() ? LEAST_MARGIN : read.get(i).get(0).margin();
            fits.add(GLANCE_SIMILARITY * Similarity.cosine(vectors.get(i), vectors.get(texts.size()))
                    + GLANCE_MARGIN * Math.max(LEAST_MARGIN, Math.min(MOST_MARGIN, margin))
                    - uncovered(words, terms, Word.of(texts.get(i)))
                    - strange / Math.max(1, terms.size()));
        }
        return fits;
    }

    private static double uncovered(List<Word> claim, List<Term> terms, List<Word> text) {
        List<Word> heavy = claim.stream()
                .filter(word -> !word.isLight())
                .filter(word -> terms.stream().noneMatch(term -> term.words().contains(word)))
                .toList();
        List<String> stems = text.stream().map(Word::stem).distinct().toList();
        long missing = heavy.stream()
                .filter(word -> stems.stream().noneMatch(stem -> Inflection.areAkin(stem, word.stem())))
                .count();
        return heavy.isEmpty() ? 0 : (double) missing / heavy.size();
    }
}
