package dev.footnote.english;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Brings the forms of an English word together: "talked" and "talk" have the same stem, "investigator" and
 * "investigation" have stems that are akin.
 */
public final class Inflection {

    /** Endings of inflection and of the commonest derivations, the longest first. */
    private static final List<String> ENDINGS = List.of(
            "ations", "ation", "ingly", "ments", "edly", "ings", "ment", "ions", "ion", "ing", "ied", "ies", "ers",
            "ors", "ed", "es", "er", "or", "ly", "e", "s", "y");

    private static final int SHORTEST = 3;

    /** Two stems with this many first letters in common, and most of the longer one, are one word. */
    private static final int SHARED = 5;

    private static final double MOST = 0.6;

    private static final Set<String> ADDED =
            Set.of("s", "es", "d", "ed", "er", "ers", "ly", "ing", "al", "ally", "n", "ns", "an", "ans");

    private Inflection() {}

    /** Whether letters, in any case, are what another form of a word or one made of it has behind it, "s", "ing". */
    public static boolean isEnding(String letters) {
        return ADDED.contains(letters.toLowerCase(Locale.ROOT));
    }

    /** What remains of a word, in lower case, without its ending. */
    public static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** Whether two stems belong to one family of words. */
    public static boolean areAkin(String some, String other) {
        if (some.equals(other)) {
            return true;
        }
        int shared = 0;
        int shorter = Math.min(some.length(), other.length());
        while (shared < shorter && some.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= SHARED && shared >= MOST * Math.max(some.length(), other.length());
    }
}
