/** The HTTP API, version 1. */
@NullMarked
package dev.footnote.api;

import org.jspecify.annotations.NullMarked;
