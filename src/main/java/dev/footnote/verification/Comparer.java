package dev.footnote.verification;

import dev.footnote.english.Denial;
import dev.footnote.english.Inflection;
import dev.footnote.english.MentionedTerms;
import dev.footnote.english.Term;
import dev.footnote.english.Terms;
import dev.footnote.english.Word;
import dev.footnote.model.Encoder;
import dev.footnote.model.ScoredSpan;
import dev.footnote.model.Similarity;
import dev.footnote.model.SpanReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares claims with sentences. Safe for use by several threads. */
@Singleton
public class Comparer {

    private static final double LEAST_MARGIN = -8;
    private static final double MOST_MARGIN = 12;
    private static final double MOST_CONTRADICTION = 10;
    private static final int MOST_STRANGE = 2;
    /** What likeness and margin count at a glance against a share of missing words; near to what the fit found. */
    private static final double GLANCE_SIMILARITY = 4;

    private static final double GLANCE_MARGIN = 0.15;
    /** A term that the text lacks is wrong for sure, so that less sure words may stand in its place. */
    private static final double LEAST_INSTEAD = -3;

    /** More terms of one claim are not asked for; the first ones are. */
    private static final int MOST_ASKED = 6;

    private final SpanReader reader;
    private final Encoder encoder;

    Comparer(SpanReader reader, Encoder encoder) {
        this.reader = reader;
        this.encoder = encoder;
    }

    /** What the reader's words are to the term it was asked for. */
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
    private record Asked(Term term, double strangeness, String said, double margin, Relation relation) {

        boolean is(Relation wanted) {
            return relation == wanted;
        }

        boolean names(Asked other) {
            return new MentionedTerms(said).mentions(other.term());
        }

        double sureness() {
            return clamp(margin, 0, MOST_CONTRADICTION);
        }
    }

    /**
     * Compares a claim with a text.
     *
     * @return empty where one of them has no visible character
     */
    public Optional<Comparison> compare(String claim, @Nullable String question, String text) {
        List<ScoredSpan> spans =
                claim.isBlank() ? List.of() : reader.read(claim, List.of(text)).get(0);
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        List<Word> claimWords = Word.of(claim);
        List<Word> textWords = Word.of(text);
        List<Term> terms = Terms.of(claimWords);
        MentionedTerms mentions = new MentionedTerms(textWords);
        List<Asked> asked = ask(terms.stream().limit(MOST_ASKED).toList(), claim, claimWords, text, mentions);
        Denial denial = new Denial(claimWords);
        Denial textDenial = new Denial(textWords);
        List<float[]> vectors = encoder.encode(List.of(claim, text));
        Features features = new Features(
                clamp(spans.get(0).margin(), LEAST_MARGIN, MOST_MARGIN),
                Similarity.cosine(vectors.get(0), vectors.get(1)),
                uncovered(claimWords, terms, textWords),
                strange(terms, Term.Kind.NAME, mentions),
                strange(terms, Term.Kind.OPENING, mentions),
                strange(terms, Term.Kind.NUMBER, mentions),
                strange(terms, Term.Kind.DATE, mentions),
                denial.contradicts(textDenial) ? 1 : 0,
                denial.denies() && !textDenial.denies() ? 1 : 0,
                asked.stream()
                        .filter(each -> each.is(Relation.FOREIGN))
                        .mapToDouble(Asked::sureness)
                        .max()
                        .orElse(0),
                swapped(asked),
                asked.isEmpty()
                        ? 0.5
                        : (double) asked.stream()
                                        .filter(each -> each.is(Relation.SAME))
                                        .count()
                                / asked.size(),
                question != null && !question.isBlank() && answersOtherwise(claimWords, question, text) ? 1 : 0);
        return Optional.of(new Comparison(features, instead(asked)));
    }

    /** When asked for the first term the reader names another one; or for each of two it names the other. */
    private static double swapped(List<Asked> asked) {
        double most = 0;
        for (Asked some : asked) {
            if (some.is(Relation.OTHER)) {
                boolean isFirst = some.equals(asked.get(0));
                boolean isMutual = asked.stream()
                        .anyMatch(other -> other.is(Relation.OTHER) && other.names(some) && some.names(other));
                most = Math.max(most, isFirst || isMutual ? some.sureness() : 0);
            }
        }
        return most;
    }

    private List<Asked> ask(List<Term> terms, String claim, List<Word> words, String text, MentionedTerms mentions) {
        List<List<ScoredSpan>> read = reader.readAll(
                terms.stream().map(term -> Cloze.asking(term, claim, words)).toList(), text);
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            ScoredSpan best = read.get(i).get(0);
            String said = best.span().of(text);
            asked.add(new Asked(term, mentions.strangeness(term), said, best.margin(), relation(term, words, said)));
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
        return (some.kind() == Term.Kind.NUMBER) == (other.kind() == Term.Kind.NUMBER)
                && (some.kind() == Term.Kind.DATE) == (other.kind() == Term.Kind.DATE);
    }

    private boolean answersOtherwise(List<Word> claim, String question, String text) {
        ScoredSpan best = reader.read(question, List.of(text)).get(0).get(0);
        if (best.margin() <= 0) {
            return false;
        }
        List<Word> said = Word.of(best.span().of(text));
        List<String> stems = claim.stream().map(Word::stem).toList();
        List<Word> heavy = said.stream().filter(word -> !word.isLight()).toList();
        return !heavy.isEmpty()
                && heavy.stream()
                        .noneMatch(word -> stems.stream().anyMatch(stem -> Inflection.areAkin(stem, word.stem())));
    }

    /**
     * How well texts fit a claim at a glance: by meaning, by words and by the reader's margin, without asking for terms.
     * Comparable between texts of one claim.
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
                    + GLANCE_MARGIN * clamp(margin, LEAST_MARGIN, MOST_MARGIN)
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

    private static double strange(List<Term> terms, Term.Kind kind, MentionedTerms mentions) {
        double sum = terms.stream()
                .filter(term -> term.kind() == kind)
                .mapToDouble(mentions::strangeness)
                .sum();
        return Math.min(MOST_STRANGE, sum);
    }

    /** The surest of what the text has in place of the claim's terms; first of those that the text lacks. */
    private static @Nullable String instead(List<Asked> asked) {
        return asked.stream()
                .filter(each -> each.margin() > (each.strangeness() < 0.5 ? 0 : LEAST_INSTEAD))
                .filter(each -> each.is(Relation.FOREIGN) || each.is(Relation.OTHER) && each.equals(asked.get(0)))
                .max(Comparator.comparingDouble(Asked::strangeness).thenComparingDouble(Asked::margin))
                .map(Asked::said)
                .orElse(null);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
