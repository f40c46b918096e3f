/** Answers without an LLM: spans, confidence, refusals, suggested questions. */
@NullMarked
package dev.footnote.reading;

import org.jspecify.annotations.NullMarked;
