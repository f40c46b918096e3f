/** What is read: articles, places in them, the library that keeps them, and one reader for each file format. Knows no other feature. */
@NullMarked
package dev.footnote.article;

import org.jspecify.annotations.NullMarked;
