package dev.footnote.english;

import java.util.Set;

/** Words that open a noun phrase and tell which thing it is about; in lower case. */
final class Determiners {

    /** "my", "their". */
    static final Set<String> POSSESSIVE = Set.of("my", "your", "his", "her", "its", "our", "their");

    /** Articles and possessives. */
    static final Set<String> PLAIN = WordClass.union(String.join(" ", POSSESSIVE), WordClass.ARTICLE);

    /** The same with "this" and its like. */
    static final Set<String> ALL = WordClass.union(String.join(" ", PLAIN), WordClass.DEMONSTRATIVE);

    private Determiners() {}
}
