package dev.footnote.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.assistant.AssistantThread;
import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.view.View;
import dev.footnote.answer.Answer;
import dev.footnote.slack.client.BotIdentity;
import dev.footnote.slack.client.CallPatience;
import dev.footnote.slack.client.SlackFailure;
import dev.footnote.slack.client.SlackSettings;
import dev.footnote.slack.client.WebApi;
import dev.footnote.slack.inbound.Reception.Envelope;
import dev.footnote.slack.inbound.Reception.Message;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.question.SlackQuestion.Surface;
import dev.footnote.slack.queue.AskedQuestions;
import dev.footnote.slack.queue.ConversationIds;
import dev.footnote.slack.queue.FootnoteApplication;
import dev.footnote.slack.queue.Notices;
import dev.footnote.slack.queue.QuestionQueue;
import dev.footnote.slack.reply.EphemeralReply;
import dev.footnote.slack.reply.block.AnswerBlocks;
import dev.footnote.slack.reply.block.HomeBlocks;
import dev.footnote.slack.reply.block.SlackMessage;
import dev.footnote.slack.reply.block.SlackText;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The listeners that Bolt calls when Slack sends something. Each hands its work over and returns, since Slack waits three
 * seconds only. */
public final class Listeners {

    private static final Logger LOG = Logger.getLogger(Listeners.class);

    /** The message shortcut, as in the manifests. */
    public static final String SHORTCUT = "ask_article";

    private static final int MOST_PROMPTS = 4;
    private static final int LONGEST_PROMPT_TITLE = 75;

    private final FootnoteApplication footnote;
    private final QuestionQueue questions;
    private final AskedQuestions asked;
    private final ConversationIds conversations;
    private final SettingsCommand settingsCommand;
    private final WebApi api;
    private final Notices notices;
    private final BotIdentity identity;
    private final SlackSettings settings;

    public Listeners(
            FootnoteApplication footnote,
            QuestionQueue questions,
            AskedQuestions asked,
            ConversationIds conversations,
            SettingsCommand settingsCommand,
            WebApi api,
            Notices notices,
            BotIdentity identity,
            SlackSettings settings) {
        this.footnote = footnote;
        this.questions = questions;
        this.asked = asked;
        this.conversations = conversations;
        this.settingsCommand = settingsCommand;
        this.api = api;
        this.notices = notices;
        this.identity = identity;
        this.settings = settings;
    }

    public void register(App app) {
        app.event(AppMentionEvent.class, (payload, context) -> {
            return receive(Reception.ofMention(Message.of(payload.getEvent()), envelope(payload)), context);
        });
        app.event(MessageEvent.class, (payload, context) -> {
            return message(Message.of(payload.getEvent()), payload, context);
        });
        app.event(MessageFileShareEvent.class, (payload, context) -> {
            return message(Message.of(payload.getEvent()), payload, context);
        });
        app.event(MessageThreadBroadcastEvent.class, (payload, context) -> {
            return message(Message.of(payload.getEvent()), payload, context);
        });
        app.event(AppHomeOpenedEvent.class, (payload, context) -> opened(payload.getEvent(), context));
        app.event(AssistantThreadStartedEvent.class, (payload, context) -> {
            AssistantThread thread = payload.getEvent().getAssistantThread();
            if (thread != null && thread.getChannelId() != null) {
                notices.later(() -> suggest(thread.getChannelId(), thread.getThreadTs()));
            }
            return context.ack();
        });
        app.event(AgentSessionStoppedEvent.class, (payload, context) -> {
            stopped(payload.getEvent(), envelope(payload));
            return context.ack();
        });
        app.command(settings.command(), (request, context) -> {
            return command(request.getPayload(), context);
        });
        app.command(settings.command() + "-settings", (request, context) -> {
            SlashCommandPayload payload = request.getPayload();
            notices.later(() -> notices.respond(payload.getResponseUrl(), settingsSaid(payload)));
            return context.ack();
        });
        app.messageShortcut(SHORTCUT, (request, context) -> {
            shortcut(request.getPayload());
            return context.ack();
        });
        app.blockAction(AnswerBlocks.FEEDBACK, (request, context) -> {
            notices.later(() -> voted(request.getPayload()));
            return context.ack();
        });
        app.blockAction(AnswerBlocks.SHARE, (request, context) -> {
            notices.later(() -> share(request.getPayload()));
            return context.ack();
        });
    }

    private Envelope envelope(EventsApiPayload<? extends Event> payload) {
        return Envelope.of(payload, identity.botUserId());
    }

    private Response message(Message message, EventsApiPayload<? extends Event> payload, Context context) {
        return receive(
                Reception.ofMessage(
                        message,
                        envelope(payload),
                        lane -> settings.threadFollowUps() && asked.isConversation(conversations.of(lane))),
                context);
    }

    /** What could not be kept is not acknowledged: the exception makes Slack deliver it again. */
    private Response receive(Reception reception, Context context) {
        if (reception instanceof Reception.QuestionReceived question) {
            questions.take(question.question());
        } else if (reception instanceof Reception.Ignored ignored) {
            LOG.debugf("A message from Slack is nothing for us: %s.", ignored.why());
        }
        return context.ack();
    }

    private Response opened(AppHomeOpenedEvent event, Context context) {
        if ("home".equals(event.getTab())) {
            notices.later(() -> publishHome(event.getUser()));
        } else if (event.getChannel() != null) {
            notices.later(() -> suggest(event.getChannel(), null));
        }
        return context.ack();
    }

    private void publishHome(String user) {
        View home = View.builder()
                .type("home")
                .blocks(HomeBlocks.of(footnote.offers(), settings.command()))
                .build();
        api.tryTo(
                "views.publish",
                methods -> methods.viewsPublish(publish -> publish.userId(user).view(home)));
    }

    /** @param thread of the older assistant pane; an agent's prompts belong to no thread */
    private void suggest(String channel, @Nullable String thread) {
        List<SuggestedPrompt> prompts = footnote.offers().stream()
                .flatMap(offer -> offer.questions().stream())
                .limit(MOST_PROMPTS)
                .map(question -> new SuggestedPrompt(SlackText.shortened(question, LONGEST_PROMPT_TITLE), question))
                .toList();
        if (!prompts.isEmpty()) {
            api.tryTo(
                    "assistant.threads.setSuggestedPrompts",
                    methods -> methods.assistantThreadsSetSuggestedPrompts(
                            set -> set.channelId(channel).threadTs(thread).prompts(prompts)));
        }
    }

    private void stopped(AgentSessionStoppedEvent event, Envelope envelope) {
        String channel = event.channel();
        String thread = event.threadTs();
        String time = event.eventTs();
        if (channel != null && thread != null && time != null) {
            questions.stop(envelope.team(), channel, thread, time);
        }
    }

    private Response command(
            SlashCommandPayload payload, com.slack.api.bolt.context.builtin.SlashCommandContext context) {
        String text = payload.getText() == null ? "" : SlackText.question(payload.getText(), identity.botUserId());
        if (text.isEmpty()) {
            return context.ack("Type a question behind the command: " + settings.command() + " Who decided it?");
        }
        questions.take(new SlackQuestion(
                Surface.COMMAND,
                String.valueOf(payload.getTriggerId()),
                payload.getTeamId(),
                payload.getChannelId(),
                payload.getUserId(),
                String.valueOf(payload.getTriggerId()),
                String.valueOf(payload.getTriggerId()),
                text,
                payload.getResponseUrl(),
                false,
                List.of()));
        return context.ack("Looking that up…");
    }

    private String settingsSaid(SlashCommandPayload payload) {
        try {
            return settingsCommand.run(
                    payload.getTeamId(),
                    payload.getChannelId(),
                    payload.getUserId(),
                    payload.getText() == null ? "" : payload.getText());
        } catch (RuntimeException e) {
            LOG.error("A command from Slack failed", e);
            return "That failed; the log of Footnote says why. Try again.";
        }
    }

    private void shortcut(MessageShortcutPayload payload) {
        String text = payload.getMessage() == null || payload.getMessage().getText() == null
                ? ""
                : payload.getMessage().getText();
        questions.take(new SlackQuestion(
                Surface.SHORTCUT,
                String.valueOf(payload.getTriggerId()),
                payload.getTeam().getId(),
                payload.getChannel().getId(),
                payload.getUser().getId(),
                String.valueOf(payload.getTriggerId()),
                String.valueOf(payload.getTriggerId()),
                SlackText.question(text, identity.botUserId()),
                payload.getResponseUrl(),
                false,
                List.of()));
    }

    private void voted(BlockActionPayload payload) {
        String value = String.valueOf(payload.getActions().get(0).getValue());
        int colon = value.lastIndexOf(':');
        boolean isKept = colon > 0 && footnote.keepFeedback(value.substring(0, colon), value.endsWith(":up"));
        tell(payload, isKept ? "Thank you, noted." : "That answer is too old to be judged. Ask again.");
    }

    /** To who clicked, where they clicked. */
    private void tell(BlockActionPayload payload, String sentence) {
        ActionResponse response = EphemeralReply.response(SlackMessage.of(sentence));
        if (payload.getContainer() != null) {
            response.setThreadTs(payload.getContainer().getThreadTs());
        }
        notices.respond(payload.getResponseUrl(), response);
    }

    private void share(BlockActionPayload payload) {
        Optional<Answer> answer =
                footnote.answer(String.valueOf(payload.getActions().get(0).getValue()));
        if (answer.isEmpty()) {
            tell(payload, "That answer is too old to be shared. Ask again.");
            return;
        }
        SlackMessage message = AnswerBlocks.shared(answer.get());
        try {
            api.respond(
                    payload.getResponseUrl(),
                    CallPatience.LITTLE,
                    ActionResponse.builder()
                            .responseType("in_channel")
                            .text(message.text())
                            .blocks(message.blocks())
                            .build());
            api.respond(
                    payload.getResponseUrl(),
                    CallPatience.LITTLE,
                    ActionResponse.builder().deleteOriginal(true).build());
        } catch (SlackFailure e) {
            LOG.debug(e.getMessage());
            tell(payload, "That could not be shared: " + e.error() + ".");
        }
    }
}
