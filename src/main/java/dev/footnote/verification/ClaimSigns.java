package dev.footnote.verification;

import dev.footnote.english.Denial;
import dev.footnote.english.Hedges;
import dev.footnote.english.MentionedTerms;
import dev.footnote.english.Negation;
import dev.footnote.english.Quantity;
import dev.footnote.english.Term;
import dev.footnote.english.Terms;
import dev.footnote.english.Word;
import dev.footnote.english.WordClass;
import dev.footnote.model.EncodedWords;
import dev.footnote.model.PassageScores;
import dev.footnote.model.ScoredSpan;
import dev.footnote.model.Stance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between a claim that a text supports and one that it does not, by name, as numbers. The names are those of the
 * parameters in {@code embeddings/verification.json}; new ones need new parameters.
 */
public final class ClaimSigns {

    private static final String COVERED = "covered_words";
    private static final String UNCOVERED = "uncovered_words";
    private static final String DENIES = "denies";
    private static final String DENIES_NOT = "denies_not";

    /** The names, in the order in which they are weighed. */
    public static final List<String> NAMES = List.of(
            "yes",
            "no",
            "judged_yes",
            "judged_no",
            "margin",
            COVERED,
            UNCOVERED,
            "strange_names",
            "strange_opening",
            "strange_numbers",
            "strange_dates",
            "other_value",
            "other_unit",
            "other_counted",
            "replaced",
            "opposed",
            "denied",
            DENIES,
            DENIES_NOT,
            "turned_round",
            "covered_turned_round",
            "left_open",
            "governed",
            "unsettled",
            "unsettled_covered",
            "ahead",
            "hedges",
            "lone",
            "roles_wrong",
            "roles_kept",
            "roles_turned",
            "nearer",
            "moved_numbers",
            "covered_moved",
            "swapped_numbers",
            "swapped_terms",
            "lone_exact",
            "crossed_terms",
            "crossed_words",
            "moved_terms",
            "moved_words",
            "turned",
            "yes_covered",
            "yes_replaced",
            "no_opposed",
            "like",
            "unlike",
            "least_like",
            "lacking_unlike",
            "lacking_least_like",
            "like_back");

    private static final double MOST_ODDS = 5;
    private static final double LEAST_MARGIN = -10;
    private static final double MOST_MARGIN = 16;
    private static final double MOST = 2;

    /** In a long claim few of all pairs of words change their order. */
    private static final double FEW_PAIRS = 3;

    /** "Did not fall" may be "rose". */
    private static final double OPPOSED_AND_DENIED = 0.25;

    private ClaimSigns() {}

    /**
     * The signs.
     *
     * @param scores what the reader says of the text with the claim in the question's place
     * @param judged what the judge says of the text to the claim
     * @param encoded the claim's words and the text's, in this order, as the encoder means them
     */
    public static Map<String, Double> of(
            String claim, String text, PassageScores scores, Stance judged, List<EncodedWords> encoded) {
        List<Word> words = Word.of(claim);
        List<Word> textWords = Word.of(text);
        List<Term> terms = Terms.of(words);
        MentionedTerms mentions = new MentionedTerms(textWords);
        Alignment alignment = new Alignment(words, textWords);
        Roles roles = new Roles(words, terms, textWords, Terms.of(textWords));
        Denial denial = new Denial(words);
        Denial textDenial = new Denial(textWords);
        boolean[] isTerm = new boolean[words.size()];
        boolean[] isPlain = new boolean[words.size()];
        boolean[] isNumber = new boolean[words.size()];
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            isTerm[i] = terms.stream().anyMatch(term -> term.words().contains(word));
            isPlain[i] = !isTerm[i] && !word.isLight();
            isNumber[i] = terms.stream()
                    .anyMatch(term -> term.kind() != Term.TermKind.NAME
                            && term.kind() != Term.TermKind.OPENING
                            && term.words().contains(word));
        }
        Coverage coverage = Coverage.of(words, terms, alignment);
        double heavy = coverage.plain();
        double lacking = coverage.lacking();
        boolean[] isHeavy = new boolean[words.size()];
        for (int i = 0; i < isHeavy.length; i++) {
            isHeavy[i] = isTerm[i] || isPlain[i];
        }
        double yes = odds(scores.stance().yes());
        double no = odds(scores.stance().no());
        double uncovered = heavy == 0 ? 0 : lacking / heavy;
        double replaced = Math.min(3, alignment.replaced());
        boolean sameSign = isDenied(words) == isDenied(textWords);
        double opposed = Math.min(MOST, alignment.opposed()) * (sameSign ? 1 : OPPOSED_AND_DENIED);
        boolean hedges = Hedges.areIn(words);
        boolean textHedges = Hedges.areIn(textWords);
        List<Quantity> quantities = Quantity.of(claim, words);
        List<Quantity> textQuantities = Quantity.of(text, textWords);
        Map<String, Double> signs = new LinkedHashMap<>();
        signs.put("yes", yes);
        signs.put("no", no);
        signs.put("judged_yes", odds(judged.yes()));
        signs.put("judged_no", odds(judged.no()));
        signs.put(
                "margin",
                scores.best()
                        .map(ScoredSpan::margin)
                        .map(margin -> Math.max(LEAST_MARGIN, Math.min(MOST_MARGIN, margin)))
                        .orElse(LEAST_MARGIN));
        signs.putAll(wording(coverage, denial, textDenial));
        signs.put("strange_names", strange(terms, Term.TermKind.NAME, mentions));
        signs.put("strange_opening", strange(terms, Term.TermKind.OPENING, mentions));
        signs.put("strange_numbers", strange(terms, Term.TermKind.NUMBER, mentions));
        signs.put("strange_dates", strange(terms, Term.TermKind.DATE, mentions));
        signs.put("other_value", otherValue(quantities, textQuantities));
        signs.put("other_unit", otherUnit(quantities, textQuantities));
        signs.put("other_counted", otherCounted(quantities, textQuantities));
        signs.put("replaced", replaced);
        signs.put("opposed", opposed);
        signs.put("denied", denial.contradicts(textDenial) ? 1.0 : 0);
        double turnedRound = alignment.isTurnedRound() ? 1 : 0;
        signs.put("turned_round", turnedRound);
        signs.put("covered_turned_round", lacking == 0 ? turnedRound : 0);
        signs.put("left_open", alignment.isLeftOpen() ? 1.0 : 0);
        signs.put("governed", alignment.isDenied() ? 1.0 : 0);
        double unsettled = alignment.unsettled();
        signs.put("unsettled", unsettled);
        signs.put("unsettled_covered", unsettled * (1 - uncovered));
        signs.put("ahead", alignment.isAhead() ? 1.0 : 0);
        signs.put("hedges", hedges && !textHedges ? 1.0 : 0);
        signs.put("lone", alignment.replaced() == 1 && lacking == 1 && heavy > 1 ? 1.0 : 0);
        signs.put("roles_wrong", (double) Math.min(3, roles.wrong()));
        signs.put("roles_kept", (double) Math.min(3, roles.kept()));
        signs.put("roles_turned", roles.wrong() > 0 && roles.kept() == 0 ? 1.0 : 0);
        signs.put("moved_numbers", alignment.moved(isNumber) > 0 ? 1.0 : 0);
        signs.put("covered_moved", lacking == 0 ? Math.min(1, alignment.moved(isHeavy) * FEW_PAIRS) : 0);
        boolean inOrder = alignment.moved(isPlain) == 0;
        signs.put("swapped_numbers", lacking == 0 && inOrder && alignment.moved(isNumber) > 0 ? 1.0 : 0);
        signs.put("swapped_terms", lacking == 0 && inOrder && alignment.moved(isTerm) > 0 ? 1.0 : 0);
        signs.put("lone_exact", lacking == 1 && alignment.replaced() == 1 && alignment.moved(isHeavy) == 0 ? 1.0 : 0);
        signs.put("nearer", Math.min(MOST, roles.nearer()));
        signs.put("crossed_terms", (double) alignment.crossed(isTerm));
        signs.put("crossed_words", (double) alignment.crossed(isHeavy));
        signs.put("moved_terms", alignment.moved(isTerm));
        signs.put("moved_words", alignment.moved(isPlain));
        signs.put("turned", alignment.isTurned() ? 1.0 : 0);
        signs.put("yes_covered", yes * (1 - uncovered));
        signs.put("yes_replaced", yes * Math.min(1, replaced));
        signs.put("no_opposed", no * Math.min(1, opposed));
        Likeness.of(words, alignment, encoded.get(0), textWords, encoded.get(1)).addTo(signs);
        return signs;
    }

    /** Those of the signs that tell who denies what, and how much of the claim the text says, without the reader. */
    public static Map<String, Double> ofWording(String claim, String text) {
        List<Word> words = Word.of(claim);
        List<Word> textWords = Word.of(text);
        Coverage coverage = Coverage.of(words, Terms.of(words), new Alignment(words, textWords));
        return wording(coverage, new Denial(words), new Denial(textWords));
    }

    private static Map<String, Double> wording(Coverage coverage, Denial denial, Denial textDenial) {
        Map<String, Double> signs = new LinkedHashMap<>();
        signs.put(COVERED, Math.log1p(coverage.covered()));
        signs.put(UNCOVERED, Math.log1p(coverage.lacking()));
        signs.put(DENIES, denial.denies() && !textDenial.denies() ? 1.0 : 0);
        signs.put(DENIES_NOT, !denial.denies() && textDenial.denies() ? 1.0 : 0);
        return signs;
    }

    /** Whether a particle denies; verbs that deny are contraries themselves. */
    private static boolean isDenied(List<Word> words) {
        return words.stream()
                .anyMatch(word -> WordClass.NEGATIVE_PARTICLE.contains(word.key()) || Negation.isContracted(word));
    }

    private static double odds(double probability) {
        double odds = Math.log((probability + 1e-6) / (1 - probability + 1e-6));
        return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds));
    }

    private static double strange(List<Term> terms, Term.TermKind kind, MentionedTerms mentions) {
        return Math.min(
                MOST,
                terms.stream()
                        .filter(term -> term.kind() == kind)
                        .mapToDouble(mentions::strangeness)
                        .sum());
    }

    /** How many quantities the text has with another number, and not with this one. */
    private static double otherValue(List<Quantity> claim, List<Quantity> text) {
        return count(
                claim,
                each -> text.stream().noneMatch(other -> other.value().equals(each.value()))
                        && text.stream().anyMatch(each::hasOtherValue));
    }

    /** How many the text has in another unit, and not in this one. */
    private static double otherUnit(List<Quantity> claim, List<Quantity> text) {
        return count(
                claim,
                each -> text.stream().anyMatch(each::hasOtherUnit)
                        && text.stream()
                                .noneMatch(other -> other.value().equals(each.value())
                                        && other.unit().equals(each.unit())));
    }

    /** How many numbers the text has, but of something else. */
    private static double otherCounted(List<Quantity> claim, List<Quantity> text) {
        return count(
                claim,
                each -> !each.counted().isEmpty()
                        && text.stream().anyMatch(other -> other.value().equals(each.value()))
                        && text.stream().noneMatch(each::isLike));
    }

    private static double count(List<Quantity> claim, java.util.function.Predicate<Quantity> which) {
        return Math.min(MOST, (double) claim.stream().filter(which).count());
    }
}
