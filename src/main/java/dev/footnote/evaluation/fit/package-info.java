/** Fits the parameters that depend on the reader, and tells how good they are on articles that were left out. */
@NullMarked
package dev.footnote.evaluation.fit;

import org.jspecify.annotations.NullMarked;
