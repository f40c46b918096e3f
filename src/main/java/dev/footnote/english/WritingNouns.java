package dev.footnote.english;

import java.util.Set;

/**
 * Nouns for a piece of writing as a whole, by which a question may mean the article that it is asked of: what the formats
 * that are read and their publishers call their texts. An article may speak of such a thing too. In lower case.
 */
public final class WritingNouns {

    private static final Set<String> ALL = WordClass.union("article text story piece document report page post paper");

    private WritingNouns() {}

    /** Whether a word, in lower case, is one. */
    public static boolean contains(String word) {
        return ALL.contains(word);
    }
}
