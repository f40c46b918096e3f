/** Posts an answer in a thread or to one person. Knows the rooms client and question, and its blocks. */
@NullMarked
package dev.footnote.slack.reply;

import org.jspecify.annotations.NullMarked;
