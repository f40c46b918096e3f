package dev.footnote.slack.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connection to a Slack workspace. Off until a bot token and one of the two transports are configured. */
@ConfigMapping(prefix = "footnote.slack")
public interface SlackSettings {

    /** The bot's token, {@code xoxb-…}. A secret. */
    Optional<String> botToken();

    /** The app-level token, {@code xapp-…}: Footnote connects to Slack (Socket Mode). A secret. */
    Optional<String> appToken();

    /** Verifies what Slack sends to {@code /slack/events}, where there is no app-level token. A secret. */
    Optional<String> signingSecret();

    /** Where the Web API is. */
    @WithDefault("https://slack.com/api/")
    URI apiUrl();

    /** The slash command that asks; the other one is this with {@code -settings} behind it. As in the manifest. */
    @WithDefault("/footnote")
    String command();

    /** Whether an answer that is made over time is shown while it is made. */
    @WithDefault("true")
    boolean streaming();

    /** Whether a thread that Footnote has answered in goes on without mentioning it. Needs the history scopes. */
    @WithDefault("false")
    boolean threadFollowUps();

    /** Whether people of other organisations get answers in channels shared with them. */
    @WithDefault("false")
    boolean allowExternal();

    /** User ids that may bind channels to articles and erase what was asked in a channel. */
    Optional<List<String>> admins();

    /** User ids whose files, sent in a direct message, become articles. */
    Optional<List<String>> uploaders();

    /** How long what was asked in Slack is kept; no longer than {@code footnote.conversation.retention}. */
    @WithDefault("24h")
    Duration retention();

    /** Questions answered at once. */
    @WithDefault("4")
    int workers();

    /** How many questions may wait; a further one is declined with a message. */
    @WithDefault("200")
    int waiting();

    /** Questions of one user in a minute. */
    @WithDefault("10")
    int questionsPerMinute();
}
