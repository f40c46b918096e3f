package dev.footnote.slack.client;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The bot's user id in Slack, fetched once in the background. A token that does not work, or a Slack out of reach, is
 * logged and stops nothing.
 */
public final class BotIdentity {

    private static final Logger LOG = Logger.getLogger(BotIdentity.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final WebApi api;
    private final ClosableWait rest;
    private volatile @Nullable String botUserId;

    public BotIdentity(WebApi api, ClosableWait rest) {
        this.api = api;
        this.rest = rest;
    }

    /** Asks on a thread of its own until Slack answers. */
    public void start() {
        Thread thread = new Thread(this::ask, "slack-identity");
        thread.setDaemon(true);
        thread.start();
    }

    /** The bot's user id; null until Slack has told it. */
    @Nullable
    public String botUserId() {
        return botUserId;
    }

    private void ask() {
        Duration wait = Duration.ofSeconds(1);
        do {
            try {
                AuthTestResponse self =
                        api.call("auth.test", CallPatience.LITTLE, methods -> methods.authTest(test -> test));
                botUserId = self.getUserId();
                LOG.infof("Slack knows this Footnote as %s in %s.", self.getUser(), self.getTeam());
                return;
            } catch (SlackFailure e) {
                if (!e.isTemporary()) {
                    return; // told by the Web API, with the remedy
                }
                LOG.debug(e.getMessage());
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        } while (rest.take(wait));
    }
}
