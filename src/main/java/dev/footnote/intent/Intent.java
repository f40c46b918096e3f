package dev.footnote.intent;

import java.util.Locale;

/** What a question can want, other than an answer that stands in some sentence; recognised by example phrases. */
public enum Intent {
    OVERVIEW,
    SMALL_TALK,
    /** How often a word is written. */
    COUNT,
    /** Whose words something is. */
    QUOTATION,
    /** Which sentences have some words. */
    MENTIONS,
    /** Whether the answer before is right. */
    DOUBT,
    TIMELINE,
    /** The text at a place, "paragraph 3". */
    PLACE,
    /** Who wrote the article. */
    AUTHOR,
    /** When the article was written. */
    DATE,
    /** Where the article comes from. */
    SOURCE,
    /** What the article is called. */
    TITLE,
    /** A judgement of the article. */
    OPINION,
    /** All who are quoted. */
    SPEAKERS,
    /** All countries that are named. */
    COUNTRIES,
    /** What no article can answer. */
    UNSUPPORTED;

    /** The name of the file in {@code prompts/} that holds its example phrases. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
