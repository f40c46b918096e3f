/** What the HTTP doors share: problems, limits, access, headers. */
@NullMarked
package dev.footnote.http;

import org.jspecify.annotations.NullMarked;
