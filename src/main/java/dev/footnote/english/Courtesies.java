package dev.footnote.english;

import java.util.Set;

/** Words of politeness that stand before a question and belong to nothing in it; in lower case. */
public final class Courtesies {

    private static final Set<String> WORDS = WordClass.union(
            "hello hi hey hallo greetings good morning afternoon evening day please thanks thank ok okay so well sorry excuse"
                    + " dear all everyone everybody there again quick question you me");

    private static final Set<String> OPENERS = WordClass.union(
            "hello hi hey hallo greetings good thanks thank ok okay well sorry excuse dear please quick so");

    private Courtesies() {}

    /** Whether every word of a text, the first of them an opener, is said out of politeness: "hi there", "thank you". */
    public static boolean isAll(Iterable<String> words) {
        boolean first = true;
        for (String word : words) {
            if (first && !OPENERS.contains(word) || !WORDS.contains(word)) {
                return false;
            }
            first = false;
        }
        return !first;
    }
}
