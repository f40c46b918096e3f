package dev.footnote.slack.queue;

/**
 * Everything the Slack door stores.
 *
 * @param inbox the questions that are not answered yet
 * @param asked the questions that were answered
 * @param channels which channel is bound to which articles
 */
public record SlackStores(Inbox inbox, AskedQuestions asked, ChannelArticles channels) {}
