package dev.footnote.slack.queue;

import java.util.List;

/** Which articles are asked in which channel. Safe for use by several threads. */
public interface ChannelArticles {

    /** The ids of the articles that a channel is bound to; empty means all. */
    List<String> of(String team, String channel);

    /** Binds a channel to these articles; none means all of them again. On return it survives a crash. */
    void bind(String team, String channel, List<String> articleIds);
}
