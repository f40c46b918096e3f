/** The command line. */
@NullMarked
package dev.footnote.cli;

import org.jspecify.annotations.NullMarked;
