package dev.footnote.article;

import dev.footnote.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which short lines without an end mark are headings, in a text that marks none. A heading names what stands below it, so
 * the last line of a text is none; and of several such lines in a row most are entries of a list, a timeline or a menu.
 */
final class BareHeadings {

    private final String text;
    private final List<Span> paragraphs;

    private BareHeadings(String text, List<Span> paragraphs) {
        this.text = text;
        this.paragraphs = paragraphs;
    }

    /**
     * The headings among short lines.
     *
     * @param lines the paragraphs, by their number, that are short lines without an end mark
     */
    static Set<Integer> among(Set<Integer> lines, String text, List<Span> paragraphs) {
        BareHeadings all = new BareHeadings(text, paragraphs);
        Set<Integer> headings = new HashSet<>();
        for (int first = 0; first < paragraphs.size(); first++) {
            if (lines.contains(first)) {
                int last = first;
                while (lines.contains(last + 1)) {
                    last++;
                }
                for (int i = first; i <= last; i++) {
                    if (all.isHeading(i, first, last)) {
                        headings.add(i);
                    }
                }
                first = last;
            }
        }
        return headings;
    }

    /** @param first and the last of the short lines that follow each other there */
    private boolean isHeading(int at, int first, int last) {
        if (at == paragraphs.size() - 1 || at > first && isBelow(at)) {
            return false;
        }
        if (at < last && isBelow(at + 1)) {
            return !isLikeThoseBelow(at, last);
        }
        // It stands alone: above all of them, above what else follows, or above lines that stand together.
        return at == first || at == last || at + 1 < last && isBelow(at + 2);
    }

    /** Whether no blank line parts a paragraph from the one before it. */
    private boolean isBelow(int paragraph) {
        return text.substring(
                                paragraphs.get(paragraph - 1).end(),
                                paragraphs.get(paragraph).start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                < 2;
    }

    /** Whether one of the lines directly below begins as it does, with a digit, a letter or something else. */
    private boolean isLikeThoseBelow(int at, int last) {
        for (int below = at + 1; below <= last && isBelow(below); below++) {
            if (beginning(below) == beginning(at)) {
                return true;
            }
        }
        return false;
    }

    private int beginning(int paragraph) {
        int first = text.codePointAt(paragraphs.get(paragraph).start());
        return Character.isDigit(first) ? 1 : Character.isLetter(first) ? 2 : 3;
    }
}
