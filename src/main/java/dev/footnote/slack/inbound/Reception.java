package dev.footnote.slack.inbound;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.File;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import dev.footnote.slack.question.SharedFile;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.question.SlackQuestion.Surface;
import dev.footnote.slack.reply.block.SlackText;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a message is a question for Footnote. All rules about which messages are ignored are here. Pure, but for the
 * question whether a thread is known.
 */
sealed interface Reception {

    /** The message is a question for Footnote. */
    record QuestionReceived(SlackQuestion question) implements Reception {}

    /** Nothing for us; the reason is for tests and the log. */
    record Ignored(String why) implements Reception {}

    /**
     * The data that comes with a message in the same delivery.
     *
     * @param botUserId the bot's in that workspace; null where it is not known yet
     */
    record Envelope(String deliveryId, String team, @Nullable String botUserId, boolean external) {

        /**
         * Reads it off an event.
         *
         * @param known the bot's user id, where Slack has told it; an event tells it too
         */
        static Envelope of(EventsApiPayload<?> payload, @Nullable String known) {
            List<Authorization> authorizations = payload.getAuthorizations();
            Authorization first = authorizations == null || authorizations.isEmpty() ? null : authorizations.get(0);
            String team = first == null || first.getTeamId() == null ? payload.getTeamId() : first.getTeamId();
            String bot = first != null && Boolean.TRUE.equals(first.getIsBot()) ? first.getUserId() : null;
            return new Envelope(
                    payload.getApiAppId() + " " + payload.getTeamId() + " " + payload.getEventId(),
                    String.valueOf(team),
                    bot == null ? known : bot,
                    payload.isExtSharedChannel());
        }
    }

    /** Who said what where, of any kind of message. */
    record Message(
            @Nullable String user,
            @Nullable String botId,
            @Nullable String channel,
            @Nullable String channelType,
            @Nullable String ts,
            @Nullable String threadTs,
            @Nullable String text,
            @Nullable List<File> files) {

        static Message of(AppMentionEvent event) {
            return new Message(
                    event.getUser(),
                    event.getBotId(),
                    event.getChannel(),
                    null,
                    event.getTs(),
                    event.getThreadTs(),
                    event.getText(),
                    null);
        }

        static Message of(MessageEvent event) {
            return new Message(
                    event.getUser(),
                    event.getBotId(),
                    event.getChannel(),
                    event.getChannelType(),
                    event.getTs(),
                    event.getThreadTs(),
                    event.getText(),
                    event.getFiles());
        }

        static Message of(MessageFileShareEvent event) {
            return new Message(
                    event.getUser(),
                    null,
                    event.getChannel(),
                    event.getChannelType(),
                    event.getTs(),
                    event.getThreadTs(),
                    event.getText(),
                    event.getFiles());
        }

        static Message of(MessageThreadBroadcastEvent event) {
            return new Message(
                    event.getUser(),
                    null,
                    event.getChannel(),
                    event.getChannelType(),
                    event.getTs(),
                    event.getThreadTs(),
                    event.getText(),
                    null);
        }
    }

    /** A message that mentions us in a channel. */
    static Reception ofMention(Message message, Envelope envelope) {
        String why = fromNobody(message, envelope);
        return why == null ? asked(Surface.MENTION, message, envelope) : new Ignored(why);
    }

    /**
     * Any other message that we are shown.
     *
     * @param isKnownThread whether a thread that we have answered in goes on without mentioning us; by its lane
     */
    static Reception ofMessage(Message message, Envelope envelope, Predicate<String> isKnownThread) {
        String why = fromNobody(message, envelope);
        if (why != null) {
            return new Ignored(why);
        }
        if ("im".equals(message.channelType())) {
            return asked(Surface.DIRECT, message, envelope);
        }
        String text = message.text() == null ? "" : message.text();
        if (message.threadTs() == null) {
            return new Ignored("not to us");
        }
        if (envelope.botUserId() != null && SlackText.mentions(text, envelope.botUserId())) {
            return new Ignored("comes as a mention too");
        }
        if (text.strip().startsWith("<@")) {
            return new Ignored("to somebody else");
        }
        String lane = SlackQuestion.lane(envelope.team(), String.valueOf(message.channel()), message.threadTs());
        return isKnownThread.test(lane) ? asked(Surface.THREAD, message, envelope) : new Ignored("a thread without us");
    }

    private static @Nullable String fromNobody(Message message, Envelope envelope) {
        if (message.user() == null || message.channel() == null || message.ts() == null) {
            return "not said by a person";
        }
        if (message.botId() != null) {
            return "said by a bot";
        }
        if (message.user().equals(envelope.botUserId())) {
            return "said by us";
        }
        return message.user().equals("USLACKBOT") ? "said by Slack" : null;
    }

    private static Reception asked(Surface surface, Message message, Envelope envelope) {
        String ts = String.valueOf(message.ts());
        return new QuestionReceived(new SlackQuestion(
                surface,
                envelope.deliveryId(),
                envelope.team(),
                String.valueOf(message.channel()),
                String.valueOf(message.user()),
                ts,
                message.threadTs() == null ? ts : message.threadTs(),
                message.text() == null ? "" : SlackText.question(message.text(), envelope.botUserId()),
                null,
                envelope.external(),
                surface == Surface.DIRECT ? files(message.files()) : List.of()));
    }

    private static List<SharedFile> files(@Nullable List<File> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getUrlPrivateDownload() != null || file.getUrlPrivate() != null)
                        .map(file -> new SharedFile(
                                file.getName() == null ? "file" : file.getName(),
                                file.getUrlPrivateDownload() == null
                                        ? file.getUrlPrivate()
                                        : file.getUrlPrivateDownload(),
                                file.getSize() == null ? 0 : file.getSize()))
                        .toList();
    }
}
