/**
 * The web page: the article, rendered on the server with a cited passage marked, and the conversation beside it. Everything that moves is
 * a script of {@code META-INF/resources/assets} that speaks to the HTTP API.
 */
@NullMarked
package dev.footnote.web;

import org.jspecify.annotations.NullMarked;
