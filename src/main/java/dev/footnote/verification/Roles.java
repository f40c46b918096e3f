package dev.footnote.verification;

import dev.footnote.english.BareVerbs;
import dev.footnote.english.Term;
import dev.footnote.english.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who does what to whom, by the order of words around a verb that a claim and a text have in common: what stands before it
 * in one and behind it in the other has changed its role, unless one of both is in the passive. And what stands beside a
 * name, a number or a date in the claim but has another one nearer to it in the text.
 */
final class Roles {

    /** What is further away from a verb than so many words is none of its own. */
    private static final int REACH = 15;

    /** As many words may stand between a verb and who or whom in a claim. */
    private static final int BESIDE = 4;

    private static final int BY = 2;

    private final List<Word> claim;
    private final List<Word> text;
    private final Set<Word> claimTerms = new HashSet<>();
    private final Set<Word> textTerms = new HashSet<>();
    private int wrong;
    private int kept;
    private int nearer;

    Roles(List<Word> claim, List<Term> claimTerms, List<Word> text, List<Term> textTerms) {
        this.claim = claim;
        this.text = text;
        claimTerms.forEach(term -> this.claimTerms.addAll(term.words()));
        textTerms.forEach(term -> this.textTerms.addAll(term.words()));
        for (int at = 0; at < claim.size(); at++) {
            if (isVerb(claim.get(at))) {
                weigh(at);
            }
            if (this.claimTerms.contains(claim.get(at))) {
                lookBeside(at);
            }
        }
    }

    /** How many stand on the other side of a verb. */
    int wrong() {
        return wrong;
    }

    /** How many stand on the same side. */
    int kept() {
        return kept;
    }

    /** How many names, numbers and dates have another one between them and the word that they stand beside. */
    int nearer() {
        return nearer;
    }

    private static boolean isVerb(Word word) {
        String key = word.key();
        return !word.isLight()
                && !word.isCapital()
                && (BareVerbs.isPast(key)
                        || BareVerbs.contains(key)
                        || key.endsWith("s") && BareVerbs.contains(key.substring(0, key.length() - 1)));
    }

    private void weigh(int verb) {
        int place = place(claim.get(verb), -1);
        if (place < 0) {
            return;
        }
        boolean turned = isPassive(claim, verb) != isPassive(text, place);
        for (int side = -1; side <= 1; side += 2) {
            int argument = beside(verb, side);
            if (argument >= 0) {
                int found = place(claim.get(argument), place);
                if (found >= 0 && found != place && Math.abs(found - place) <= REACH) {
                    boolean same = found < place == side < 0;
                    if (same == turned) {
                        wrong++;
                    } else {
                        kept++;
                    }
                }
            }
        }
    }

    /** The nearest word of meaning before or behind a verb of the claim; -1 if there is none. */
    private int beside(int verb, int side) {
        for (int i = verb + side; i >= 0 && i < claim.size() && Math.abs(i - verb) <= BESIDE; i += side) {
            Word word = claim.get(i);
            if (word.clause() != claim.get(verb).clause()) {
                return -1;
            }
            if (!word.isLight() && !word.key().endsWith("ly")) {
                return isVerb(word) && !claimTerms.contains(word) ? -1 : i;
            }
        }
        return -1;
    }

    /** Where the text has a word, nearest to a place; -1 if it does not. */
    private int place(Word word, int near) {
        int best = -1;
        for (int j = 0; j < text.size(); j++) {
            if (Alignment.isSame(word, text.get(j))
                    && (best < 0 || near >= 0 && Math.abs(j - near) < Math.abs(best - near))) {
                best = j;
            }
        }
        return best;
    }

    /** Whether "by" follows. */
    private static boolean isPassive(List<Word> words, int verb) {
        for (int i = verb + 1; i <= Math.min(words.size() - 1, verb + BY); i++) {
            if (words.get(i).key().equals("by")) {
                return true;
            }
        }
        return false;
    }

    private void lookBeside(int term) {
        for (int side = -1; side <= 1; side += 2) {
            int other = term + side;
            while (other >= 0 && other < claim.size() && claim.get(other).isLight()) {
                other += side;
            }
            boolean inside = other >= 0 && other < claim.size() && !claimTerms.contains(claim.get(other));
            if (inside && claim.get(other).clause() == claim.get(term).clause() && !isNextInText(term, other)) {
                nearer++;
                return;
            }
        }
    }

    /** Whether the text lacks one of them, or has both somewhere without another term between them. */
    private boolean isNextInText(int term, int other) {
        List<Integer> terms = places(claim.get(term));
        List<Integer> others = places(claim.get(other));
        if (terms.isEmpty() || others.isEmpty()) {
            return true;
        }
        for (int some : terms) {
            for (int each : others) {
                boolean free = text
                        .subList(Math.min(some, each) + 1, Math.max(Math.min(some, each) + 1, Math.max(some, each)))
                        .stream()
                        .noneMatch(word -> textTerms.contains(word) && isOther(word, term));
                if (free) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a term of the text is of the kind of one of the claim, and none that stands beside it there. */
    private boolean isOther(Word word, int term) {
        Word own = claim.get(term);
        boolean digits = Character.isDigit(word.text().codePointAt(0));
        if (digits != Character.isDigit(own.text().codePointAt(0))) {
            return false;
        }
        for (int i = Math.max(0, term - BESIDE); i < Math.min(claim.size(), term + BESIDE + 1); i++) {
            if (Alignment.isSame(claim.get(i), word)) {
                return false;
            }
        }
        return true;
    }

    private List<Integer> places(Word word) {
        List<Integer> places = new ArrayList<>();
        for (int j = 0; j < text.size(); j++) {
            if (Alignment.isSame(word, text.get(j))) {
                places.add(j);
            }
        }
        return places;
    }
}
