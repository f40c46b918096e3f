package dev.footnote.english;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that may stand between the words of a name, "Bank of England", "Romeo and Juliet", "Simone de Beauvoir": those that
 * rules of title case keep small (articles, the shortest prepositions, "and"; The Chicago Manual of Style, 8.159), and the
 * particles of family names. In lower case.
 */
public final class NameConnectors {

    /** Particles of Romance, Dutch, German and Arabic family names. */
    static final Set<String> OF_FAMILIES = WordClass.union("de del della la van von der al bin du di");

    /** The same with "of"; {@link Terms} reads on over them. */
    static final Set<String> PARTICLES = WordClass.union("of " + String.join(" ", OF_FAMILIES));

    private static final Set<String> ALL =
            WordClass.union("for in on at and " + String.join(" ", PARTICLES), WordClass.ARTICLE);

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,\\s]*|,?\\s*(?:and|or|of|in)\\s(?:the\\s)?");

    private NameConnectors() {}

    /** Whether what stands between two names makes one phrase of them: white space, commas, "and", "of the". */
    public static boolean areAll(String between) {
        return BETWEEN_NAMES.matcher(between).matches();
    }

    /** Whether a word, in lower case, is one. */
    public static boolean contains(String word) {
        return ALL.contains(word);
    }
}
