package dev.footnote.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.slack.block.AnswerBlocks;
import dev.footnote.slack.block.SlackMessage;

/** An answer to a command or a shortcut, for the eyes of who asked. */
final class EphemeralReply implements Reply {

    private final WebApi api;
    private final String responseUrl;

    EphemeralReply(WebApi api, String responseUrl) {
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
        api.respond(responseUrl, Patience.MUCH, response(message));
    }

    static ActionResponse response(SlackMessage message) {
        return ActionResponse.builder()
                .responseType("ephemeral")
                .text(message.text())
                .blocks(message.blocks())
                .build();
    }
}
