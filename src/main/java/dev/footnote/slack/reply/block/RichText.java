package dev.footnote.slack.reply.block;

import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rich text blocks. Slack takes the words of a text element as they are: there is no markup in it that could ping
 * someone, link somewhere or end a quotation, whatever an article says.
 */
final class RichText {

    private RichText() {}

    static LayoutBlock block(BlockElement... elements) {
        return Blocks.richText(block -> block.elements(List.of(elements)));
    }

    static BlockElement section(RichTextElement... elements) {
        return section(List.of(elements));
    }

    static BlockElement section(List<RichTextElement> elements) {
        return RichTextSectionElement.builder().elements(elements).build();
    }

    /** One line of a list. */
    static RichTextElement item(List<RichTextElement> elements) {
        return RichTextSectionElement.builder().elements(elements).build();
    }

    static BlockElement list(List<RichTextElement> items) {
        return RichTextListElement.builder()
                .style("bullet")
                .elements(List.copyOf(items))
                .build();
    }

    static BlockElement quote(List<RichTextElement> elements) {
        return RichTextQuoteElement.builder().elements(elements).build();
    }

    static RichTextElement text(String words) {
        return RichTextSectionElement.Text.builder().text(visible(words)).build();
    }

    static RichTextElement bold(String words) {
        return RichTextSectionElement.Text.builder()
                .text(visible(words))
                .style(BOLD)
                .build();
    }

    /** A control character would be sent as six characters and shown as none. */
    private static String visible(String words) {
        return words.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\ufffd");
    }

    /** Linked where there is an address that works from Slack, else the words alone. */
    static RichTextElement link(String words, @Nullable String url) {
        return url == null
                ? text(words)
                : RichTextSectionElement.Link.builder().text(words).url(url).build();
    }

    private static final RichTextSectionElement.TextStyle BOLD =
            RichTextSectionElement.TextStyle.builder().bold(true).build();
}
