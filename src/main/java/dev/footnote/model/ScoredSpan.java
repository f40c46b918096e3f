package dev.footnote.model;

import dev.footnote.text.Span;

/**
 * Words of a passage that may answer a question.
 *
 * @param span their place in the passage
 * @param margin how much better they are than "no answer here", in logits; comparable between passages of one question
 */
public record ScoredSpan(Span span, double margin) {}
