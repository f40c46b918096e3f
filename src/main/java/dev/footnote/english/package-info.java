/**
 * All knowledge of English: words and their forms, word classes, numbers, calendar and countries, who says what, negation,
 * sentences, and recognising English. The only home of word lists: another language would be another
 * such room. Pure; knows {@code text} alone.
 */
@NullMarked
package dev.footnote.english;

import org.jspecify.annotations.NullMarked;
