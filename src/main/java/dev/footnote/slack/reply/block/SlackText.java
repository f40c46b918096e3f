package dev.footnote.slack.reply.block;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text on its way from Slack and to it. Pure functions. */
public final class SlackText {

    private static final String ELLIPSIS = "…";

    /** {@code <@U1>}, {@code <#C1|name>}, {@code <!here>}, {@code <https://example.org|label>}. */
    private static final Pattern TOKEN =
            Pattern.compile("<(?:([@#!])([^<>|\\s]*)|((?:https?://|mailto:|tel:)[^<>|]*))(?:\\|([^<>]*))?>");

    /** What Markdown reads as more than a character. */
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_~#|]");

    /** Where Markdown would take what follows for the address of what went before; {@code [1]} alone is just that. */
    private static final Pattern LINK_MIDDLE = Pattern.compile("(?<=])(?=[(:\\[])");

    /** What Slack makes a link by itself: a scheme, {@code www.}, an address of mail. */
    private static final Pattern LINK_BEGINNING = Pattern.compile(
            "(?i)(?<=\\b[a-z][a-z0-9+.-]{1,20}:)(?=//)|(?<=\\bwww)(?=\\.)|(?<=\\w)(?=@\\w)|(?<=mailto:|tel:)");

    /** Keeps two characters apart, takes no room, and ends what would be read as a link. */
    private static final String WORD_JOINER = "\u2060";

    private SlackText() {}

    /**
     * What someone typed, as a question: without the mention of the bot, with the words of every other token in its
     * place, entities undone and white space made single.
     *
     * @param botUserId the bot's; null where it is not known, then a mention at the very beginning is taken for it
     */
    public static String question(String text, @Nullable String botUserId) {
        Matcher tokens = TOKEN.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (tokens.find()) {
            tokens.appendReplacement(plain, Matcher.quoteReplacement(words(tokens, botUserId)));
        }
        tokens.appendTail(plain);
        return plain.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("^[,:;]\\s*", "");
    }

    /** Whether the text mentions that user. */
    public static boolean mentions(String text, String userId) {
        return text.contains("<@" + userId + ">") || text.contains("<@" + userId + "|");
    }

    private static String words(Matcher token, @Nullable String botUserId) {
        String label = token.group(4);
        String url = token.group(3);
        if (url != null) {
            return label == null || label.isEmpty() ? url : label;
        }
        String id = token.group(2);
        boolean isMention = "@".equals(token.group(1));
        boolean isOurs = isMention && (botUserId == null ? token.start() == 0 : botUserId.equals(id));
        if (isOurs || label == null) {
            return "";
        }
        return "!".equals(token.group(1)) ? label : token.group(1) + label;
    }

    /** The same words where Slack reads {@code mrkdwn}: nothing in it pings, links or closes a token. */
    public static String mrkdwn(String text) {
        return unlinked(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /**
     * The same words where Slack reads Markdown, as in a stream: nothing in it pings, links or formats. The ampersand
     * stays, since Slack reads no entities back there but those of the angle brackets.
     */
    public static String markdown(String text) {
        String escaped = MARKDOWN.matcher(text).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
        return unlinked(LINK_MIDDLE
                .matcher(escaped.replace("<", "&lt;").replace(">", "&gt;"))
                .replaceAll(WORD_JOINER));
    }

    private static String unlinked(String text) {
        return LINK_BEGINNING.matcher(text).replaceAll(WORD_JOINER);
    }

    /** The text, or its beginning and an ellipsis: at most that many UTF-16 units, no character cut in two. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, boundaryBefore(text, most - ELLIPSIS.length())).stripTrailing() + ELLIPSIS;
    }

    /** The last place at or before an offset that cuts no character, combined or joined ones included, in two. */
    static int boundaryBefore(String text, int offset) {
        java.text.BreakIterator characters = java.text.BreakIterator.getCharacterInstance(java.util.Locale.ROOT);
        characters.setText(text);
        if (offset <= 0) {
            return 0;
        }
        return offset >= text.length() || characters.isBoundary(offset)
                ? Math.min(offset, text.length())
                : characters.preceding(offset);
    }
}
