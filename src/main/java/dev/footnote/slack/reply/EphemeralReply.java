package dev.footnote.slack.reply;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.slack.client.CallPatience;
import dev.footnote.slack.client.SlackFailure;
import dev.footnote.slack.client.WebApi;
import dev.footnote.slack.reply.block.AnswerBlocks;
import dev.footnote.slack.reply.block.SlackMessage;

/** Posts the answer to a command or a shortcut, visible only to the person who asked. */
public final class EphemeralReply implements SlackReply {

    private final WebApi api;
    private final String responseUrl;

    public EphemeralReply(WebApi api, String responseUrl) {
        this.api = api;
        this.responseUrl = responseUrl;
    }

    /** What only one person sees cannot be streamed. */
    @Override
    public void accept(AnswerEvent event) {}

    @Override
    public void finish(Answer answer) throws SlackFailure {
        respond(AnswerBlocks.ephemeral(answer));
    }

    @Override
    public void say(String sentence) throws SlackFailure {
        respond(SlackMessage.of(sentence));
    }

    @Override
    public void abandon(String note) {}

    @Override
    public void stop() {}

    private void respond(SlackMessage message) throws SlackFailure {
        api.respond(responseUrl, CallPatience.MUCH, response(message));
    }

    public static ActionResponse response(SlackMessage message) {
        return ActionResponse.builder()
                .responseType("ephemeral")
                .text(message.text())
                .blocks(message.blocks())
                .build();
    }
}
