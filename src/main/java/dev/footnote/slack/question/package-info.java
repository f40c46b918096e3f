/** Values that describe a question asked in Slack. Knows no other room. */
@NullMarked
package dev.footnote.slack.question;

import org.jspecify.annotations.NullMarked;
