/** What is done with questions that no single sentence answers: overviews, counts, talk and their like. */
@NullMarked
package dev.footnote.reading.strategy;

import org.jspecify.annotations.NullMarked;
