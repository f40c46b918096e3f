package dev.footnote.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.File;
import dev.footnote.slack.inbound.Reception.Envelope;
import dev.footnote.slack.inbound.Reception.Message;
import dev.footnote.slack.question.SharedFile;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.question.SlackQuestion.Surface;
import dev.footnote.slack.queue.ConversationIds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTest {

    private static final Envelope ENVELOPE = new Envelope("A1 T1 Ev1", "T1", "UBOT", false);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            textBlock =
                    """
            # channel type; thread; text;                    user;      bot; what it comes to
            im;             -;      Who repaired it?;          U1;        -;   DIRECT
            im;             1.0;    And who paid?;      U1;        -;   DIRECT
            im;             -;      -;                       U1;        -;   DIRECT
            im;             -;      Who?;                    U1;        B2;  said by a bot
            im;             -;      Who?;                    UBOT;      -;   said by us
            im;             -;      Who?;                    USLACKBOT; -;   said by Slack
            im;             -;      Who?;                    -;         -;   not said by a person
            channel;        -;      Who repaired it?;          U1;        -;   not to us
            channel;        1.0;    And who paid?;      U1;        -;   THREAD
            group;          1.0;    And who paid?;      U1;        -;   THREAD
            mpim;           1.0;    And who paid?;      U1;        -;   THREAD
            channel;        9.9;    And who paid?;      U1;        -;   a thread without us
            channel;        1.0;    And <@UBOT> who?;        U1;        -;   comes as a mention too
            channel;        1.0;    <@U2> what do you think?; U1;       -;   to somebody else
            channel;        1.0;    Who?;                    U1;        B2;  said by a bot
            """)
    void messages(
            String channelType,
            @Nullable String thread,
            @Nullable String text,
            @Nullable String user,
            @Nullable String bot,
            String expected) {
        Message message = new Message(user, bot, "C1", channelType, "2.0", thread, text, null);
        Reception reception = Reception.ofMessage(message, ENVELOPE, "T1 C1 1.0"::equals);
        assertThat(word(reception)).isEqualTo(expected);
    }

    @Test
    void mentionIsAnsweredInItsThread() {
        SlackQuestion root = asked(Reception.ofMention(mention(null, "<@UBOT> Who repaired it?"), ENVELOPE));
        assertThat(root.thread()).isEqualTo("2.0");
        assertThat(root.text()).isEqualTo("Who repaired it?");
        assertThat(root.lane()).isEqualTo("T1 C1 2.0");
        SlackQuestion inThread = asked(Reception.ofMention(mention("1.0", "so <@UBOT|fn>, who?"), ENVELOPE));
        assertThat(inThread.thread()).isEqualTo("1.0");
        assertThat(inThread.text()).isEqualTo("so , who?");
    }

    @Test
    void botsThatMentionUsAreNotAnswered() {
        Message message = new Message("U9", "B9", "C1", null, "2.0", null, "<@UBOT> hello", null);
        assertThat(word(Reception.ofMention(message, ENVELOPE))).isEqualTo("said by a bot");
    }

    @Test
    void filesComeInDirectMessagesOnly() {
        File file = new File();
        file.setName("a.txt");
        file.setUrlPrivate("https://files.slack.com/a.txt");
        file.setSize(3);
        Message direct = new Message("U1", null, "D1", "im", "2.0", null, "", List.of(file));
        assertThat(asked(Reception.ofMessage(direct, ENVELOPE, id -> true)).files())
                .containsExactly(new SharedFile("a.txt", "https://files.slack.com/a.txt", 3));
        Message channel = new Message("U1", null, "C1", "channel", "2.0", "1.0", "", List.of(file));
        assertThat(asked(Reception.ofMessage(channel, ENVELOPE, id -> true)).files())
                .isEmpty();
    }

    @Test
    void deliveriesOfOneMessageShareAKey() {
        SlackQuestion once = asked(Reception.ofMention(mention(null, "Who?"), ENVELOPE));
        SlackQuestion twice =
                asked(Reception.ofMention(mention(null, "Who?"), new Envelope("A1 T1 Ev2", "T1", "UBOT", false)));
        SlackQuestion elsewhere =
                asked(Reception.ofMention(mention(null, "Who?"), new Envelope("A1 T2 Ev1", "T2", "UBOT", false)));
        assertThat(once.keys()).containsAnyElementsOf(twice.keys());
        assertThat(once.keys()).doesNotContainAnyElementsOf(elsewhere.keys());
    }

    @Test
    void conversationIdFitsAndCannotBeGuessed() {
        String lane = SlackQuestion.lane("T1", "C1", "x".repeat(300) + " ä");
        String id = new ConversationIds("xoxb-1").of(lane);
        assertThat(id).matches("[A-Za-z0-9._-]{1,128}").isEqualTo(new ConversationIds("xoxb-1").of(lane));
        assertThat(id).isNotEqualTo(new ConversationIds("xoxb-2").of(lane));
        assertThat(id).isNotEqualTo(new ConversationIds("xoxb-1").of(lane + "x"));
    }

    private static Message mention(@Nullable String thread, String text) {
        return new Message("U1", null, "C1", null, "2.0", thread, text, null);
    }

    private static SlackQuestion asked(Reception reception) {
        return ((Reception.QuestionReceived) reception).question();
    }

    private static String word(Reception reception) {
        return reception instanceof Reception.Ignored ignored
                ? ignored.why()
                : asked(reception).surface().name();
    }

    @Test
    void onlyCommandsAndShortcutsAreEphemeral() {
        assertThat(Surface.values())
                .filteredOn(Surface::isEphemeral)
                .containsExactly(Surface.COMMAND, Surface.SHORTCUT);
    }
}
