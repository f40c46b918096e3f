/** The use case: one way in for every door. */
@NullMarked
package dev.footnote.answering;

import org.jspecify.annotations.NullMarked;
