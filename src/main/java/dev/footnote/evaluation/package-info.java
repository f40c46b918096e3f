/** Measures answers against question sets. */
@NullMarked
package dev.footnote.evaluation;

import org.jspecify.annotations.NullMarked;
