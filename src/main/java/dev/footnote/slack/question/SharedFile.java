package dev.footnote.slack.question;

/**
 * A file that came with a message.
 *
 * @param name its name
 * @param url where it can be fetched with the bot's token
 * @param size in bytes, as Slack says
 */
public record SharedFile(String name, String url, long size) {}
