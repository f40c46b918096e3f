/** The way from a file or an upload into the index: read, cut, embed, index, watch. */
@NullMarked
package dev.footnote.ingestion;

import org.jspecify.annotations.NullMarked;
