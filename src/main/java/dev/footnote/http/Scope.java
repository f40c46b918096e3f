package dev.footnote.http;

import java.util.Locale;

/** What a key lets its holder do. */
public enum Scope {
    /** Read where reading needs a key, and have a language model answer. */
    ASK,
    /** That, and add, replace and delete articles, and see feedback. */
    MANAGE;

    /** Whether a key of this scope is enough. */
    boolean covers(Scope wanted) {
        return compareTo(wanted) >= 0;
    }

    /** As it is written down. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
