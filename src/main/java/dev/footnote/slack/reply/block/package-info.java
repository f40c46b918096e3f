/** What Footnote says in Slack, as blocks. Values and pure functions; knows the answer and Slack's block model, sends nothing. */
@NullMarked
package dev.footnote.slack.reply.block;

import org.jspecify.annotations.NullMarked;
