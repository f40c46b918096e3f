/** The door for assistants that use Footnote as a tool, by the Model Context Protocol. */
@NullMarked
package dev.footnote.mcp;

import org.jspecify.annotations.NullMarked;
