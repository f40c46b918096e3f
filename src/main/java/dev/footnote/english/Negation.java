package dev.footnote.english;

import java.util.Set;

/** The words that deny: particles, pronouns, prepositions and adverbs of negation, and verbs that deny what follows. */
public final class Negation {

    private static final Set<String> WORDS = WordClass.union(
            """
            none nobody nothing neither nor without cannot hardly barely unable
            fail fails failed failing refuse refuses refused refusing deny denies denied denying
            lack lacks lacked lacking decline declines declined reject rejects rejected
            """,
            WordClass.NEGATIVE_PARTICLE);

    private Negation() {}

    /** Whether a word denies: one of the list, or a contraction with "not". */
    public static boolean denies(Word word) {
        return WORDS.contains(word.key()) || isContracted(word);
    }

    /** Whether a word ends in "n't". */
    public static boolean isContracted(Word word) {
        return word.key().endsWith("n't");
    }

    /** Whether any word of a text denies. */
    public static boolean isIn(String text) {
        return Word.of(text).stream().anyMatch(Negation::denies);
    }
}
