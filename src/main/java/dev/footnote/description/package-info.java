/** What an article's own page says of it: its summary and suggested questions. */
@NullMarked
package dev.footnote.description;

import org.jspecify.annotations.NullMarked;
