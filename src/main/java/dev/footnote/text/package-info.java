/** Places in a text: spans of UTF-16 offsets, paragraphs, and the folded view in which texts are compared. Pure. */
@NullMarked
package dev.footnote.text;

import org.jspecify.annotations.NullMarked;
