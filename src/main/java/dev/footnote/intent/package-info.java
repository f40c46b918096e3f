/** What a question wants, and one handler for each intent that is not answered by reading. */
@NullMarked
package dev.footnote.intent;

import org.jspecify.annotations.NullMarked;
