package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.List;

/**
 * A part of a text that is right or wrong by itself: a name, a number or a date.
 *
 * @param kind which of them
 * @param words one after the other; at least one
 * @param value a number, or a day's or month's or year's canonical form; empty for a name
 */
public record Term(TermKind kind, List<Word> words, String value) {

    /** What a term names. */
    public enum TermKind {
        NAME,
        /** The first word of a sentence, which may be a name or have its capital for standing there. */
        OPENING,
        NUMBER,
        DATE
    }

    public Term {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A term has at least one word");
        }
    }

    /** From the first word to the last. */
    public Span span() {
        return new Span(words.get(0).span().start(), head().span().end());
    }

    /** The last word: of a person the family name. */
    public Word head() {
        return words.get(words.size() - 1);
    }
}
