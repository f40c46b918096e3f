package dev.footnote.english;

import java.util.Set;

/** Words by which the clauses of a sentence are separated, so that it can be shortened to its main one; in lower case. */
public final class ClauseWords {

    /** Words that open a clause which says when or why, not what. */
    private static final Set<String> OPENS_CIRCUMSTANCE = WordClass.union(
            "after as at because before by during for from if in on once since though although until when whereas while with",
            WordClass.PREPOSITION_OF_CIRCUMSTANCE);

    /** Words before which a sentence can end without losing its sense. */
    private static final Set<String> STARTS = WordClass.union(
            "after amid and as because before but despite during following if or since so that though although unless until"
                    + " when where which while who whose");

    /** Words after which a sentence cannot end. */
    private static final Set<String> UNFINISHED = WordClass.union(
            "than which who not no has have had said says very it his her its their our my your",
            WordClass.ARTICLE,
            WordClass.DEMONSTRATIVE,
            WordClass.PREPOSITION,
            WordClass.BE,
            WordClass.MODAL,
            WordClass.COORDINATOR);

    private ClauseWords() {}

    /** Whether a word opens a clause or phrase that says when, where or why. */
    public static boolean opensCircumstance(String word) {
        return OPENS_CIRCUMSTANCE.contains(word);
    }

    /** Whether a word stands between a measure of time and what it is counted from, "weeks before the vote". */
    public static boolean ordersInTime(String word) {
        return word.equals("after") || word.equals("before");
    }

    /** Whether a sentence can end before a word without losing its sense. */
    public static boolean startsClause(String word) {
        return STARTS.contains(word);
    }

    /** Whether a sentence cannot end behind a word. */
    public static boolean leavesOpen(String word) {
        return UNFINISHED.contains(word);
    }
}
