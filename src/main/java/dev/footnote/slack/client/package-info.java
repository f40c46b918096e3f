/** Calls to Slack's Web API, with their settings, limits and metrics. Knows no other room of Slack. */
@NullMarked
package dev.footnote.slack.client;

import org.jspecify.annotations.NullMarked;
