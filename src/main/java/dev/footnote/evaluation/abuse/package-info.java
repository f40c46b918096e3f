/** Sends a server what it should bear: hostile requests, and very many of them. */
@NullMarked
package dev.footnote.evaluation.abuse;

import org.jspecify.annotations.NullMarked;
