/** Whether sentences of an article support a claim. */
@NullMarked
package dev.footnote.verification;

import org.jspecify.annotations.NullMarked;
