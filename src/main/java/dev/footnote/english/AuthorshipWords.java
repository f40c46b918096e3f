package dev.footnote.english;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that say who made a text, or when and where it came out: the verbs of writing and publishing, in their forms, with
 * their nouns. In lower case.
 */
public final class AuthorshipWords {

    private static final Set<String> ALL = WordClass.union(
            """
            write writes writing wrote written writer author authors authored co-author co-authored draft drafted compose
            composed compile compiled prepare prepared edit edited editor publish publishes published publication publisher
            print printed issue issued release released post posted date dated appear appeared appears byline
            """);

    /** What stands before the name in a byline; matches folded text. */
    private static final Pattern BEFORE_NAME =
            Pattern.compile("(?:(?:written|reported|text|story|words)\\s+)?by:?\\s+");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?i:written|posted|published)\\s+)?(?i:by)\\s*:?\\s+(?=\\p{Lu})|^(?i:author)\\s*:\\s*");

    private AuthorshipWords() {}

    /** Whether a text, in lower case, is what stands before an author's name in a byline, "words by ". */
    public static boolean areBeforeName(CharSequence text) {
        return BEFORE_NAME.matcher(text).matches();
    }

    /** A name without the words of a byline before it, "Written by", "Author:". */
    public static String removedBeforeName(String name) {
        return LABEL.matcher(name).replaceFirst("");
    }

    /** Whether a line begins as one that names the author does, "By Ida Holm", "Author: Ida Holm". */
    public static boolean openByline(String line) {
        return LABEL.matcher(line).find();
    }

    /** Whether a word, in lower case, is one. */
    public static boolean contains(String word) {
        return ALL.contains(word);
    }
}
