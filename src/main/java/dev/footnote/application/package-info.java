/** The use cases. Doors call them; policies are decided here, in one place. */
@NullMarked
package dev.footnote.application;

import org.jspecify.annotations.NullMarked;
