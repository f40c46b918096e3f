package dev.footnote.slack.reply.block;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The home of the app: what there is to ask. */
public final class HomeBlocks {

    /** The most articles shown; the limit of a home is 100 blocks. */
    static final int MOST_ARTICLES = 20;

    private static final int MOST_QUESTIONS = 4;
    private static final int LONGEST_LINE = 300;

    private HomeBlocks() {}

    /**
     * An article that can be asked.
     *
     * @param id its id
     * @param title its title
     * @param url its page; null where there is no address that works from Slack
     * @param questions some that it answers; may be empty
     */
    public record Offer(String id, String title, @Nullable String url, List<String> questions) {
        public Offer {
            questions = List.copyOf(questions);
        }
    }

    /**
     * The home.
     *
     * @param command the slash command, with its slash
     */
    public static List<LayoutBlock> of(List<Offer> offers, String command) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.header(header -> header.text(plainText("Ask the article"))));
        blocks.add(line("Mention me in a channel, write to me, or type " + command
                + " and a question. Every answer shows the sentences it stands on."));
        if (offers.isEmpty()) {
            blocks.add(line("There is no article to read yet."));
        }
        offers.stream().limit(MOST_ARTICLES).forEach(offer -> blocks.add(article(offer)));
        if (offers.size() > MOST_ARTICLES) {
            blocks.add(line("And " + (offers.size() - MOST_ARTICLES) + " more."));
        }
        return blocks;
    }

    private static LayoutBlock article(Offer offer) {
        List<RichTextElement> elements = new ArrayList<>();
        String title = SlackText.shortened(offer.title(), LONGEST_LINE);
        elements.add(offer.url() == null ? RichText.bold(title) : RichText.link(title, offer.url()));
        offer.questions().stream()
                .limit(MOST_QUESTIONS)
                .forEach(question -> elements.add(RichText.text("\n• " + SlackText.shortened(question, LONGEST_LINE))));
        return RichText.block(RichText.section(elements));
    }

    private static LayoutBlock line(String words) {
        return RichText.block(RichText.section(RichText.text(words)));
    }
}
