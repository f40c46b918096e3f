/** Stores questions, answers them in order and delivers the answers. Knows the rooms reply, client and question. */
@NullMarked
package dev.footnote.slack.queue;

import org.jspecify.annotations.NullMarked;
