/** What is remembered of answers: the messages, what people thought of them, and the ports that keep both. */
@NullMarked
package dev.footnote.conversation;

import org.jspecify.annotations.NullMarked;
