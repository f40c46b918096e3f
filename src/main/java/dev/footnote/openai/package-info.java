/** The door for programs that speak to OpenAI's chat models: the same questions and answers in their words. */
@NullMarked
package dev.footnote.openai;

import org.jspecify.annotations.NullMarked;
