package dev.footnote.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.footnote.slack.block.SlackMessage;
import org.jboss.logging.Logger;

/** What is said to one person only and is no answer: that we are busy, that a vote was kept. Lost where Slack is. */
final class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);
    private static final int WAITING = 500;

    private final WebApi api;
    private final Dispatcher dispatcher = new Dispatcher("slack-notices", 1, WAITING);

    Notices(WebApi api) {
        this.api = api;
    }

    /** To who asked, beside the question. */
    void tell(SlackQuestion question, String sentence) {
        String responseUrl = question.responseUrl();
        if (responseUrl != null) {
            respond(responseUrl, sentence);
        } else {
            later(() -> {
                SlackMessage message = SlackMessage.of(sentence);
                api.tryTo(
                        "chat.postEphemeral",
                        methods -> methods.chatPostEphemeral(post -> post.channel(question.channel())
                                .user(question.user())
                                .threadTs(question.thread())
                                .text(message.text())
                                .blocks(message.blocks())));
            });
        }
    }

    /** To who clicked or commanded. */
    void respond(String responseUrl, String sentence) {
        respond(responseUrl, EphemeralReply.response(SlackMessage.of(sentence)));
    }

    void respond(String responseUrl, ActionResponse response) {
        later(() -> {
            try {
                api.respond(responseUrl, Patience.LITTLE, response);
            } catch (SlackFailure e) {
                LOG.debug(e.getMessage());
            }
        });
    }

    /** Does something that takes longer than Slack waits. */
    void later(Runnable task) {
        if (!dispatcher.submit("notices", task)) {
            LOG.warn("A notice to Slack was dropped: too many wait.");
        }
    }

    void close(java.time.Duration atMost) {
        dispatcher.close(atMost);
    }
}
