/** Receives what Slack sends and hands it to the queue. Knows all other rooms. */
@NullMarked
package dev.footnote.slack.inbound;

import org.jspecify.annotations.NullMarked;
