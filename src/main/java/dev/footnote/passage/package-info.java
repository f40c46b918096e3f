/** How an article is cut into sentences and passages. Pure: no I/O, no model; a token counter is handed in. */
@NullMarked
package dev.footnote.passage;

import org.jspecify.annotations.NullMarked;
