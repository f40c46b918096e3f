package dev.footnote.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long conversations are remembered. */
@ConfigMapping(prefix = "footnote.conversation")
public interface ConversationConfig {

    /** When nothing was said in a conversation for this time, it is forgotten. */
    @WithDefault("24h")
    Duration retention();

    /** No more answers than this are kept; the oldest go first. */
    @WithDefault("100000")
    int maximumMessages();
}
