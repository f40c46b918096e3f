package dev.footnote.verification;

import dev.footnote.english.CountryNames;
import dev.footnote.english.Hedges;
import dev.footnote.english.Inflection;
import dev.footnote.english.Negation;
import dev.footnote.english.Opposites;
import dev.footnote.english.Word;
import dev.footnote.english.WordClass;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which word of a claim is which of a text, by their stems alone; and what follows from their order: what stands in
 * another's place, and who changed places with whom.
 */
final class Alignment {

    private static final int NONE = -1;

    /** As many words before what the text has of the claim may govern it: "rejected a claim by Ann that". */
    private static final int GOVERNING = 6;

    /** As many light words before what the text has of the claim may belong to it: "there is no". */
    private static final int BEFORE = 3;

    private final List<Word> claim;
    private final List<Word> text;
    /** For each word of the claim where the text has it, if it has it once or more: the place nearest to its neighbours. */
    private final int[] places;
    /** For each word of the claim where the text has it if both are read in order, without going back. */
    private final int[] inOrder;

    Alignment(List<Word> claim, List<Word> text) {
        this.claim = claim;
        this.text = text;
        this.inOrder = inOrder();
        this.places = places();
    }

    /** Whether two words are forms of one word. */
    static boolean isSame(Word some, Word other) {
        if (some.key().equals(other.key())) {
            return true;
        }
        if (some.isLight() || other.isLight()) {
            return false;
        }
        String code = CountryNames.code(some.key());
        return code != null && code.equals(CountryNames.code(other.key()))
                || Inflection.areAkin(some.stem(), other.stem()) && !Opposites.oppose(some.key(), other.key());
    }

    /** Whether the text has a word of the claim. */
    boolean has(int word) {
        return places[word] != NONE;
    }

    /** How many words of meaning the text lacks where it has others instead, between words that both have. */
    int replaced() {
        int replaced = 0;
        int from = 0;
        int textFrom = 0;
        for (int i = 0; i <= claim.size(); i++) {
            if (i == claim.size() || inOrder[i] != NONE) {
                int textTo = i == claim.size() ? text.size() : inOrder[i];
                long lacking = lacking(from, i);
                long others = othersIn(textFrom, textTo);
                boolean between = from > 0 || i < claim.size();
                if (between && lacking > 0 && others > 0 && others <= 2 * lacking) {
                    replaced += (int) lacking;
                }
                from = i + 1;
                textFrom = textTo + 1;
            }
        }
        return replaced;
    }

    /** How many words of the claim have a contrary word of the text in their place, or anywhere if they are words of meaning. */
    int opposed() {
        int opposed = 0;
        for (int i = 0; i < claim.size(); i++) {
            if (inOrder[i] != NONE && !claim.get(i).isLight()) {
                continue;
            }
            boolean lacking = places[i] == NONE;
            for (int j = 0; j < text.size(); j++) {
                if (Opposites.oppose(claim.get(i).key(), text.get(j).key())
                        && !hasInClaim(text.get(j))
                        && (isInPlace(i, j)
                                || lacking
                                        && !claim.get(i).isLight()
                                        && !text.get(j).isLight())) {
                    opposed++;
                    break;
                }
            }
        }
        return opposed;
    }

    private boolean hasInClaim(Word word) {
        return claim.stream().anyMatch(each -> each.key().equals(word.key()));
    }

    /** Whether a word before or behind both is the same. */
    private boolean isInPlace(int i, int j) {
        return i > 0 && j > 0 && isSame(claim.get(i - 1), text.get(j - 1))
                || i + 1 < claim.size() && j + 1 < text.size() && isSame(claim.get(i + 1), text.get(j + 1));
    }

    private long lacking(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += !claim.get(i).isLight() && places[i] == NONE ? 1 : 0;
        }
        return count;
    }

    private long othersIn(int from, int to) {
        return text.subList(Math.min(from, to), to).stream()
                .filter(word -> !word.isLight())
                .filter(word -> claim.stream().noneMatch(each -> isSame(each, word)))
                .count();
    }

    /**
     * How many words of meaning have a verb or another plain word between them in both, and changed sides.
     *
     * @param terms for each word of the claim whether it is counted
     */
    int crossed(boolean[] terms) {
        int crossed = 0;
        boolean turned = isPassive(claim) != isPassive(text);
        for (int w = 1; w + 1 < claim.size(); w++) {
            if (places[w] == NONE || claim.get(w).isLight() || claim.get(w).isCapital()) {
                continue;
            }
            boolean before = false;
            boolean behind = false;
            for (int a = 0; a < claim.size(); a++) {
                if (places[a] != NONE && terms[a] && a != w) {
                    boolean moved = a < w ? places[a] > places[w] : places[a] < places[w];
                    before |= moved && a < w;
                    behind |= moved && a > w;
                }
            }
            crossed += before && behind ? 1 : 0;
        }
        return turned ? 0 : Math.min(2, crossed);
    }

    /**
     * The share of pairs of words that stand in the other order in the text.
     *
     * @param which for each word of the claim whether it is counted
     */
    double moved(boolean[] which) {
        int pairs = 0;
        int moved = 0;
        for (int a = 0; a < claim.size(); a++) {
            for (int b = a + 1; b < claim.size(); b++) {
                if (which[a] && which[b] && places[a] != NONE && places[b] != NONE && places[a] != places[b]) {
                    pairs++;
                    moved += places[a] > places[b] ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? 0 : (double) moved / pairs;
    }

    /** Whether a word that leaves open stands before all that the text has of the claim, and not in the claim. */
    boolean isLeftOpen() {
        return isGoverned(word -> Hedges.hedges(word) && !WordClass.MODAL.contains(word.key()));
    }

    /** How many words unsettle what the text says there, beyond those of the claim; from 0 to 2. */
    double unsettled() {
        long more = spoken().stream().filter(Hedges::unsettles).count()
                - claim.stream().filter(Hedges::unsettles).count();
        return Math.max(0, Math.min(2, more));
    }

    /** Whether the text speaks there of what is yet to come, and the claim does not. */
    boolean isAhead() {
        return Hedges.areAhead(spoken()) && !Hedges.areAhead(claim);
    }

    /** The part of the text that the claim speaks of, with some words before it; empty where it has no word of it. */
    private List<Word> spoken() {
        int first = heavyPlaces().min().orElse(0);
        int last = heavyPlaces().max().orElse(NONE);
        return last == NONE ? List.of() : text.subList(Math.max(0, first - BEFORE), last + 1);
    }

    /** Where the claim's words of weight stand in the text, those that do. */
    private IntStream heavyPlaces() {
        return IntStream.range(0, claim.size())
                .filter(i -> places[i] != NONE && !claim.get(i).isLight())
                .map(i -> places[i]);
    }

    /** Whether a word that denies stands before all that the text has of the claim, and not in the claim. */
    boolean isDenied() {
        return isGoverned(Negation::denies);
    }

    /** Whether one of the claim and the part of the text that it speaks of denies once more than the other. */
    boolean isTurnedRound() {
        List<Word> spoken = spoken();
        long denials = Stream.concat(claim.stream(), spoken.stream())
                .filter(Negation::denies)
                .count();
        return !spoken.isEmpty() && denials % 2 == 1;
    }

    private boolean isGoverned(Predicate<Word> by) {
        int first = heavyPlaces().min().orElse(0);
        return text.subList(Math.max(0, first - GOVERNING), first).stream()
                .filter(by)
                .anyMatch(word -> !hasInClaim(word));
    }

    /** Whether one of both is in the passive, with who did it. */
    boolean isTurned() {
        return isPassive(claim) != isPassive(text);
    }

    /** A form of "be", then a participle, then "by". */
    private static boolean isPassive(List<Word> words) {
        for (int i = 0; i + 2 < words.size(); i++) {
            if (WordClass.BE.contains(words.get(i).key())) {
                for (int j = i + 2; j < Math.min(words.size(), i + 5); j++) {
                    if (words.get(j).key().equals("by")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The longest common row of words. */
    private int[] inOrder() {
        int[][] longest = new int[claim.size() + 1][text.size() + 1];
        for (int i = claim.size() - 1; i >= 0; i--) {
            for (int j = text.size() - 1; j >= 0; j--) {
                longest[i][j] = isSame(claim.get(i), text.get(j))
                        ? longest[i + 1][j + 1] + weight(claim.get(i))
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int[] row = new int[claim.size()];
        Arrays.fill(row, NONE);
        int i = 0;
        int j = 0;
        while (i < claim.size() && j < text.size()) {
            if (isSame(claim.get(i), text.get(j)) && longest[i][j] == longest[i + 1][j + 1] + weight(claim.get(i))) {
                row[i++] = j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return row;
    }

    private static int weight(Word word) {
        return word.isLight() ? 1 : 3;
    }

    private int[] places() {
        int[] found = new int[claim.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = inOrder[i];
            if (found[i] == NONE) {
                Integer nearest = nearest(i);
                found[i] = nearest == null ? NONE : nearest;
            }
        }
        return found;
    }

    private @Nullable Integer nearest(int word) {
        Integer best = null;
        for (int j = 0; j < text.size(); j++) {
            if (isSame(claim.get(word), text.get(j)) && (best == null || !isTaken(j) && isTaken(best))) {
                best = j;
            }
        }
        return best;
    }

    private boolean isTaken(int place) {
        return Arrays.stream(inOrder).anyMatch(each -> each == place);
    }
}
