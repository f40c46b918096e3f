/** The only code that touches ONNX Runtime: tokenizer, encoder and span reader. */
@NullMarked
package dev.footnote.model;

import org.jspecify.annotations.NullMarked;
