package dev.footnote.english;

import java.util.List;
import java.util.Set;

/** Words by which the end of a question's subject is found, "Did [the mayor of Lund] resign?"; all in lower case. */
public final class SubjectWords {

    /** Words that a subject of several words begins with. */
    public static final Set<String> DETERMINERS =
            WordClass.union("no " + String.join(" ", Determiners.ALL), WordClass.AMOUNT, WordClass.SHARE);

    /** Words that are a whole subject. */
    public static final Set<String> PRONOUNS = WordClass.union(
            "there that this these those nobody none",
            WordClass.THIRD_PERSON,
            WordClass.FIRST_OR_SECOND_PERSON,
            WordClass.INDEFINITE_PRONOUN);

    /** Prepositions that may stand inside a subject, "the president of the club". */
    public static final Set<String> INSIDE = Set.of("of");

    /** Words that a predicate begins with. */
    public static final Set<String> STARTS_PREDICATE = WordClass.union(
            "not going able about to already still ever yet also more less than really actually",
            WordClass.ARTICLE,
            WordClass.PREPOSITION,
            WordClass.PREPOSITION_OF_ORDER,
            WordClass.RARER_PREPOSITION,
            WordClass.BE,
            WordClass.PLAIN_ADVERB);

    private static final List<String> ADJECTIVE_ENDINGS =
            List.of("ed", "ing", "able", "ible", "ful", "less", "ous", "ive", "ic", "ier", "er");

    /** A shorter rest before such an ending is no stem, "red". */
    private static final int SHORTEST_STEM = 3;

    private SubjectWords() {}

    /** Whether a word, in lower case, ends as adjectives and participles do. */
    public static boolean endsLikeAdjective(String word) {
        return ADJECTIVE_ENDINGS.stream()
                .anyMatch(ending -> word.length() > ending.length() + SHORTEST_STEM && word.endsWith(ending));
    }
}
