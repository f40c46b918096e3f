package dev.footnote.slack.reply.block;

import static com.slack.api.model.block.composition.BlockCompositions.feedbackButton;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.google.gson.Gson;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.util.json.GsonFactory;
import dev.footnote.answer.Answer;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Listing;
import dev.footnote.answer.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer as messages: the words with their footnotes, how sure it is, each source with its quotation, and buttons.
 * Pure functions; what they return is within Slack's limits, however long the answer is.
 */
public final class AnswerBlocks {

    /** The action of the feedback buttons; their value is {@link #vote}. */
    public static final String FEEDBACK = "answer_feedback";

    /** The action of the button that shows an answer to the channel; its value is the message id. */
    public static final String SHARE = "answer_share";

    /** What is said at most in messages: an answer and, where it is long, one more. */
    public static final int MOST_MESSAGES = 2;

    /** The most text of one block, in UTF-16 units: the limit of a section, kept for rich text too. */
    static final int LONGEST_BLOCK_TEXT = 3_000;

    static final int LONGEST_QUOTATION = 400;
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_NOTE = 300;
    private static final int MOST_NOTES = 10;
    private static final int LONGEST_URL = 3_000;

    private static final Pattern MARKER = Pattern.compile("\\[(\\d{1,3})]");
    private static final Gson JSON =
            GsonFactory.createSnakeCase().newBuilder().disableHtmlEscaping().create();

    private AnswerBlocks() {}

    /** The answer, for the thread it was asked in. */
    public static List<SlackMessage> of(Answer answer) {
        List<LayoutBlock> blocks = new ArrayList<>(words(answer));
        blocks.addAll(sources(answer));
        return packed(answer, blocks, List.of(feedback(answer)));
    }

    /** What stands below an answer that was streamed: everything but its words. */
    public static SlackMessage below(Answer answer) {
        return packed(answer, sources(answer), List.of(feedback(answer))).get(0);
    }

    /** The answer that only who asked can see, with a button that shows it to the channel. */
    public static SlackMessage ephemeral(Answer answer) {
        List<LayoutBlock> blocks = new ArrayList<>(words(answer));
        blocks.addAll(sources(answer));
        LayoutBlock share = Blocks.actions(List.of(BlockElements.button(button ->
                button.actionId(SHARE).text(plainText("Share in this channel")).value(answer.messageId()))));
        return packed(answer, blocks, List.of(share, feedback(answer))).get(0);
    }

    /** The answer as it is shared: with its question, which nobody else has seen. */
    public static SlackMessage shared(Answer answer) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(RichText.block(
                RichText.section(RichText.bold(SlackText.shortened(answer.question(), LONGEST_BLOCK_TEXT)))));
        blocks.addAll(words(answer));
        blocks.addAll(sources(answer));
        return packed(answer, blocks, List.of(feedback(answer))).get(0);
    }

    /** The value of a feedback button. */
    public static String vote(String messageId, boolean positive) {
        return messageId + ":" + (positive ? "up" : "down");
    }

    /** How sure the answer is, in the words of every surface; null for a summary and for talk. */
    public static @Nullable String certainty(Answer answer) {
        Certainty certainty = answer.certainty();
        if (certainty == null) {
            return null;
        }
        return switch (certainty) {
            case STATED -> "Stated in the article";
            case LIKELY -> "Likely, check the footnotes";
            case NONE -> refused(answer.reason());
        };
    }

    private static String refused(@Nullable Reason reason) {
        if (reason == null) {
            return "Not in the article";
        }
        return switch (reason) {
            case NOT_FOUND -> "Not in the article";
            case UNCERTAIN -> "Not in so many words";
            case LANGUAGE -> "Not asked in English";
            case UNSUPPORTED -> "Not a question about the text";
            case UNVERIFIED -> "Not borne out by the article";
        };
    }

    private static List<LayoutBlock> words(Answer answer) {
        return Listing.of(answer)
                .map(listing -> listed(listing, answer.citations()))
                .orElseGet(() -> running(answer));
    }

    /** A list as a list; one that is too long for a block goes on in the next. */
    private static List<LayoutBlock> listed(Listing listing, List<Citation> citations) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!listing.lead().isEmpty()) {
            blocks.add(RichText.block(
                    RichText.section(RichText.text(SlackText.shortened(listing.lead(), LONGEST_BLOCK_TEXT)))));
        }
        List<RichTextElement> items = new ArrayList<>();
        int used = 0;
        for (Listing.ListedItem item : listing.items()) {
            String text = SlackText.shortened(item.text(), LONGEST_BLOCK_TEXT);
            if (!items.isEmpty() && used + text.length() > LONGEST_BLOCK_TEXT) {
                blocks.add(RichText.block(RichText.list(items)));
                items = new ArrayList<>();
                used = 0;
            }
            used += text.length();
            List<RichTextElement> elements = new ArrayList<>();
            if (item.date() != null) {
                elements.add(RichText.bold(item.date() + "  "));
            }
            elements.add(RichText.text(text + (item.citations().isEmpty() ? "" : " ")));
            elements.addAll(linked(item.marks(), citations));
            items.add(RichText.item(elements));
        }
        blocks.add(RichText.block(RichText.list(items)));
        return blocks;
    }

    private static List<LayoutBlock> running(Answer answer) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (String part : split(answer.answer(), LONGEST_BLOCK_TEXT)) {
            blocks.add(RichText.block(RichText.section(linked(part, answer.citations()))));
        }
        return blocks;
    }

    /** The words, with each marker a link to its sentence. */
    private static List<RichTextElement> linked(String words, List<Citation> citations) {
        List<RichTextElement> elements = new ArrayList<>();
        Matcher markers = MARKER.matcher(words);
        int from = 0;
        while (markers.find()) {
            int index = Integer.parseInt(markers.group(1));
            String url = citations.stream()
                    .filter(citation -> citation.index() == index)
                    .map(AnswerBlocks::url)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (url != null) {
                if (markers.start() > from) {
                    elements.add(RichText.text(words.substring(from, markers.start())));
                }
                elements.add(RichText.link(markers.group(), url));
                from = markers.end();
            }
        }
        if (from < words.length()) {
            elements.add(RichText.text(words.substring(from)));
        }
        return elements;
    }

    private static List<LayoutBlock> sources(Answer answer) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        String certainty = certainty(answer);
        if (certainty != null) {
            notes.add(certainty);
        }
        if (answer.questionUnderstood() != null) {
            notes.add("Read as: " + answer.questionUnderstood());
        }
        notes.addAll(answer.warnings());
        if (!notes.isEmpty()) {
            blocks.add(Blocks.context(notes.stream()
                    .limit(MOST_NOTES)
                    .map(note -> plainText(SlackText.shortened(note, LONGEST_NOTE), false))
                    .map(com.slack.api.model.block.ContextBlockElement.class::cast)
                    .toList()));
        }
        answer.citations().forEach(citation -> blocks.add(source(answer, citation)));
        if (!answer.suggestedQuestions().isEmpty()) {
            String questions = String.join("\n• ", answer.suggestedQuestions());
            blocks.add(RichText.block(RichText.section(
                    RichText.text(SlackText.shortened(offer(answer) + "\n• " + questions, LONGEST_BLOCK_TEXT)))));
        }
        return blocks;
    }

    private static String offer(Answer answer) {
        return answer.kind() == Kind.REFUSAL ? "The article does answer:" : "You can ask next:";
    }

    private static LayoutBlock source(Answer answer, Citation citation) {
        String label = answer.kind() == Kind.REFUSAL ? "Closest sentence: " : "[" + citation.index() + "] ";
        String page = citation.page() == null ? "" : ", " + citation.pageInWords();
        String place = SlackText.shortened(citation.documentTitle(), LONGEST_TITLE) + ", paragraph "
                + citation.paragraph() + page;
        return RichText.block(
                RichText.section(RichText.text(label), RichText.link(place, url(citation))),
                RichText.quote(QuotedSentence.of(citation, LONGEST_QUOTATION)));
    }

    /** Null where the link works from the server's own page only. */
    private static @Nullable String url(Citation citation) {
        String url = citation.url();
        return (url.startsWith("https://") || url.startsWith("http://")) && url.length() <= LONGEST_URL ? url : null;
    }

    private static LayoutBlock feedback(Answer answer) {
        return Blocks.contextActions(List.of(BlockElements.feedbackButtons(buttons -> buttons.actionId(FEEDBACK)
                .positiveButton(feedbackButton(button -> button.text(plainText("Helpful"))
                        .accessibilityLabel("This answer was helpful")
                        .value(vote(answer.messageId(), true))))
                .negativeButton(feedbackButton(button -> button.text(plainText("Not helpful"))
                        .accessibilityLabel("This answer was not helpful")
                        .value(vote(answer.messageId(), false)))))));
    }

    /**
     * Fills messages with blocks, in order. What two messages cannot hold is left out, and the second says how much.
     *
     * @param closing what the last message ends with
     */
    static List<SlackMessage> packed(Answer answer, List<LayoutBlock> body, List<LayoutBlock> closing) {
        String text = SlackMessage.fallback(answer.answer());
        int reserved = size(closing) + size(List.of(omitted(body.size())));
        int mostBlocks = SlackMessage.MOST_BLOCKS - closing.size() - 1;
        List<List<LayoutBlock>> pages = new ArrayList<>();
        List<LayoutBlock> page = new ArrayList<>();
        pages.add(page);
        int used = 0;
        int left = body.size();
        for (LayoutBlock block : body) {
            int size = size(List.of(block));
            if (!page.isEmpty()
                    && (page.size() >= mostBlocks || used + size + reserved > SlackMessage.LONGEST_BLOCKS)) {
                if (pages.size() == MOST_MESSAGES) {
                    break;
                }
                page = new ArrayList<>();
                pages.add(page);
                used = 0;
            }
            page.add(block);
            used += size;
            left--;
        }
        if (left > 0) {
            page.add(omitted(left));
        }
        page.addAll(closing);
        return pages.stream().map(blocks -> new SlackMessage(text, blocks)).toList();
    }

    private static LayoutBlock omitted(int blocks) {
        return RichText.block(RichText.section(
                RichText.text("This is longer than Slack shows: " + blocks + " more parts of it are left out here.")));
    }

    static int size(List<LayoutBlock> blocks) {
        return JSON.toJson(blocks).length();
    }

    /** The text in pieces of at most so many UTF-16 units, cut after a sentence or a word where there is one. */
    static List<String> split(String text, int most) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int end = rest.lastIndexOf(". ", most - 2) + 1;
            if (end < most / 2) {
                end = rest.lastIndexOf(' ', most - 1);
            }
            if (end < most / 2) {
                end = SlackText.boundaryBefore(rest, most);
            }
            parts.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        parts.add(rest);
        return parts;
    }
}
