package dev.footnote.english;

import java.util.Set;

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

    private AuthorshipWords() {}

    /** Whether a word, in lower case, is one. */
    public static boolean contains(String word) {
        return ALL.contains(word);
    }
}
