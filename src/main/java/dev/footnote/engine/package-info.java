/** The port through which every question is answered: what is asked, which way it goes, and what is replied. */
@NullMarked
package dev.footnote.engine;

import org.jspecify.annotations.NullMarked;
