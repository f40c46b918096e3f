/**
 * Slack: mentions, direct messages, commands and shortcuts in, answers with footnotes out. Nothing of it
 * runs, and nothing is sent, until tokens are configured. Owns the ports for what it must remember.
 */
@NullMarked
package dev.footnote.slack;

import org.jspecify.annotations.NullMarked;
