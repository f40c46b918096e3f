package dev.footnote.slack.reply.block;

import com.slack.api.model.block.element.RichTextElement;
import dev.footnote.answer.Citation;
import java.util.ArrayList;
import java.util.List;

/** A cited sentence, letter for letter, with the answer's own words in bold. A long one is shown around those words. */
final class QuotedSentence {

    private static final String ELLIPSIS = "…";

    private QuotedSentence() {}

    /** @param most the most UTF-16 units shown of the sentence */
    static List<RichTextElement> of(Citation citation, int most) {
        String cited = citation.citedText();
        Integer wordsStart = citation.answerStartCharIndex();
        Integer wordsEnd = citation.answerEndCharIndex();
        int start = wordsStart == null ? 0 : wordsStart - citation.startCharIndex();
        int end = wordsEnd == null ? 0 : wordsEnd - citation.startCharIndex();
        int from = 0;
        int to = cited.length();
        if (cited.length() > most) {
            int around = Math.max(0, most - (end - start)) / 2;
            from = SlackText.boundaryBefore(cited, Math.max(0, Math.min(start - around, cited.length() - most)));
            to = SlackText.boundaryBefore(cited, Math.min(cited.length(), from + most));
        }
        List<RichTextElement> elements = new ArrayList<>();
        add(elements, (from > 0 ? ELLIPSIS : "") + cited.substring(from, clamp(start, from, to)), false);
        add(elements, cited.substring(clamp(start, from, to), clamp(end, from, to)), true);
        add(elements, cited.substring(clamp(end, from, to), to) + (to < cited.length() ? ELLIPSIS : ""), false);
        return elements;
    }

    private static int clamp(int offset, int from, int to) {
        return Math.max(from, Math.min(to, offset));
    }

    private static void add(List<RichTextElement> elements, String words, boolean strong) {
        if (!words.isEmpty()) {
            elements.add(strong ? RichText.bold(words) : RichText.text(words));
        }
    }
}
