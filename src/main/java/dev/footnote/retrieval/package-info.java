/** Which passages fit a question: the index, and the fusion of its two ranked lists. */
@NullMarked
package dev.footnote.retrieval;

import org.jspecify.annotations.NullMarked;
