package dev.footnote.generation;

import dev.footnote.english.Sentence;

/**
 * A question that a model proposes.
 *
 * @param question one line that ends with a question mark
 * @param sentence of the article, which the model says answers it
 */
public record Proposal(String question, Sentence sentence) {}
