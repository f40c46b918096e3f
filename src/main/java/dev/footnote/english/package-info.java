/** All knowledge of English, and the only home of word lists: words, inflection, numbers, countries, negation, sentences, language detection. */
@NullMarked
package dev.footnote.english;

import org.jspecify.annotations.NullMarked;
