package dev.footnote.slack.reply.block;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * One message.
 *
 * @param text what notifications and screen readers say, as {@code mrkdwn}
 * @param blocks what is shown; within Slack's limits
 */
public record SlackMessage(String text, List<LayoutBlock> blocks) {

    /** The most blocks of a message. */
    public static final int MOST_BLOCKS = 50;

    /** The longest JSON of a message's blocks, in UTF-16 units; Slack refuses somewhat above 13,000. */
    public static final int LONGEST_BLOCKS = 12_000;

    /** The longest {@link #text()}, in UTF-16 units; Slack asks for 4,000. */
    public static final int LONGEST_TEXT = 4_000;

    public SlackMessage {
        blocks = List.copyOf(blocks);
        if (blocks.size() > MOST_BLOCKS || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A message of " + blocks.size() + " blocks and " + text.length()
                    + " characters of text is beyond Slack's limits");
        }
    }

    /** A sentence of ours, without anything around it. */
    public static SlackMessage of(String sentence) {
        return new SlackMessage(
                fallback(sentence),
                List.of(RichText.block(RichText.section(RichText.text(SlackText.shortened(sentence, 3_000))))));
    }

    /** Words for {@link #text()}, escaped and short enough. */
    static String fallback(String words) {
        String escaped = SlackText.mrkdwn(SlackText.shortened(words, 3_000));
        for (int most = 2_000; escaped.length() > LONGEST_TEXT; most /= 2) {
            escaped = SlackText.mrkdwn(SlackText.shortened(words, most));
        }
        return escaped;
    }
}
