/** Turns answers into Slack messages made of blocks. Values and pure functions; sends nothing. */
@NullMarked
package dev.footnote.slack.reply.block;

import org.jspecify.annotations.NullMarked;
