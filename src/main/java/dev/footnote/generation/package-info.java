/**
 * Answers by a language model whose footnotes are checked: prompts, streaming, markers to sentences of the articles.
 * What a model writes is data; nothing of it is said before it was weighed against the sentences it cites.
 */
@NullMarked
package dev.footnote.generation;

import org.jspecify.annotations.NullMarked;
