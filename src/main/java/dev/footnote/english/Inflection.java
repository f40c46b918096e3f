package dev.footnote.english;

import java.util.List;

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

    private Inflection() {}

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
