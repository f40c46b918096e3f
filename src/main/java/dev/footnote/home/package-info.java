/** Where things lie on disk. Knows no other package; any may know it. */
@NullMarked
package dev.footnote.home;

import org.jspecify.annotations.NullMarked;
