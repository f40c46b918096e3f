/** Places in a text: spans of UTF-16 offsets and paragraphs. Pure. */
@NullMarked
package dev.footnote.text;

import org.jspecify.annotations.NullMarked;
