package dev.footnote.english;

import java.util.regex.Pattern;

/** Words that stand for something said elsewhere, so that what has them can't be read by itself. */
public final class PointingWords {

    private static final Pattern OPENING = Pattern.compile(
            WordClass.anyOf(WordClass.union("he she it they but and however also", WordClass.DEMONSTRATIVE).stream()
                            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                            .toList())
                    + "\\b");

    private static final Pattern ANYWHERE = Pattern.compile(
            "\\b"
                    + WordClass.anyOf(WordClass.union(
                            "there here",
                            WordClass.THIRD_PERSON,
                            WordClass.FIRST_OR_SECOND_PERSON,
                            WordClass.DEMONSTRATIVE))
                    + "\\b",
            Pattern.CASE_INSENSITIVE);

    private PointingWords() {}

    /** Whether a sentence begins with a word that points back to the sentence before it, "They", "But". */
    public static boolean open(String sentence) {
        return OPENING.matcher(sentence).lookingAt();
    }

    /** Whether a text has a word that stands for something or somebody named elsewhere, "her", "this", "you". */
    public static boolean isIn(String text) {
        return ANYWHERE.matcher(text).find();
    }
}
