/** The embedded database. Implements the ports that the features own. */
@NullMarked
package dev.footnote.store;

import org.jspecify.annotations.NullMarked;
