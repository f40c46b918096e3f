/** Measures how the search grows with the number of passages. */
@NullMarked
package dev.footnote.evaluation.growth;

import org.jspecify.annotations.NullMarked;
