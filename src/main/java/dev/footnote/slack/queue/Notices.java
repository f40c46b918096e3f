package dev.footnote.slack.queue;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.footnote.slack.client.CallPatience;
import dev.footnote.slack.client.SlackFailure;
import dev.footnote.slack.client.WebApi;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.reply.EphemeralReply;
import dev.footnote.slack.reply.block.SlackMessage;
import org.jboss.logging.Logger;

/** Sends messages that only one person sees and that are no answers, such as "I am busy". They are lost if Slack fails. */
public final class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);
    private static final int WAITING = 500;

    private final WebApi api;
    private final Dispatcher dispatcher = new Dispatcher("slack-notices", 1, WAITING);

    public Notices(WebApi api) {
        this.api = api;
    }

    /** Sends a sentence to the person who asked, in the thread of the question. */
    public void tell(SlackQuestion question, String sentence) {
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

    /** Sends a sentence to the person who clicked or used the command. */
    public void respond(String responseUrl, String sentence) {
        respond(responseUrl, EphemeralReply.response(SlackMessage.of(sentence)));
    }

    public void respond(String responseUrl, ActionResponse response) {
        later(() -> {
            try {
                api.respond(responseUrl, CallPatience.LITTLE, response);
            } catch (SlackFailure e) {
                LOG.debug(e.getMessage());
            }
        });
    }

    /** Runs a task in the background, because Slack waits three seconds only. */
    public void later(Runnable task) {
        if (!dispatcher.submit("notices", task)) {
            LOG.warn("A notice to Slack was dropped: too many wait.");
        }
    }

    public void close(java.time.Duration atMost) {
        dispatcher.close(atMost);
    }
}
