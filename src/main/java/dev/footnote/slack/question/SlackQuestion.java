package dev.footnote.slack.question;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question asked in Slack, as it is stored until it is answered.
 *
 * @param surface where they asked
 * @param deliveryId what Slack calls this delivery: the same when it delivers again
 * @param team the workspace
 * @param channel where
 * @param user who
 * @param ts the message, by Slack's time stamp; for a command and a shortcut, the id of the click
 * @param thread the root of the thread that is answered in; for a command and a shortcut the same as {@code ts}
 * @param text the question in plain words; may be empty
 * @param responseUrl where a command or a shortcut is answered; null for a message
 * @param external whether the channel is shared with another organisation
 * @param files what came with it
 */
public record SlackQuestion(
        Surface surface,
        String deliveryId,
        String team,
        String channel,
        String user,
        String ts,
        String thread,
        String text,
        @Nullable String responseUrl,
        boolean external,
        List<SharedFile> files) {

    public SlackQuestion {
        files = List.copyOf(files);
        if (surface.isEphemeral() != (responseUrl != null)) {
            throw new IllegalArgumentException("A command and a shortcut, and nothing else, have a response URL");
        }
    }

    /** Where something is asked. */
    public enum Surface {
        MENTION,
        THREAD,
        DIRECT,
        COMMAND,
        SHORTCUT;

        /** Whether only who asked sees the answer. */
        public boolean isEphemeral() {
            return this == COMMAND || this == SHORTCUT;
        }
    }

    /** Returns the same question without the files that came with it. */
    public SlackQuestion withoutFiles() {
        return new SlackQuestion(
                surface, deliveryId, team, channel, user, ts, thread, text, responseUrl, external, List.of());
    }

    /** Returns the key of the thread: the same for all its questions, and different for every other thread. */
    public String lane() {
        return lane(team, channel, thread);
    }

    public static String lane(String team, String channel, String thread) {
        return team + " " + channel + " " + thread;
    }

    /** What makes two deliveries one: Slack's id of the delivery, and the message itself. */
    public Set<String> keys() {
        return Set.of("delivery " + deliveryId, "message " + team + " " + channel + " " + ts);
    }
}
