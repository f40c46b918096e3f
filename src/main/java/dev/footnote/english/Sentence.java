package dev.footnote.english;

import dev.footnote.text.Span;

/**
 * A sentence of an article; of one too long to be read at once, a part.
 *
 * @param span from its first to its last visible character
 * @param paragraph the article's paragraph that holds it, from 1
 */
public record Sentence(Span span, int paragraph) {}
