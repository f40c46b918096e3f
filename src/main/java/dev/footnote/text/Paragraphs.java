package dev.footnote.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the paragraphs of a text are. A blank line parts them. A single line break does too, unless the lines around it
 * are hard-wrapped: then it is only a space.
 */
public final class Paragraphs {

    /** Lines beyond this width are not wrapped by anyone: each is a paragraph. */
    private static final int WIDEST_WRAP = 130;

    /** Below this width a block is a list or a poem, not wrapped prose. */
    private static final int NARROWEST_WRAP = 40;

    /** A line that begins something new: a list item, a Markdown heading, a table row, a quotation. */
    private static final Pattern BEGINS = Pattern.compile("^\\s*+(?:[-*+•·]\\s|\\d{1,3}[.)]\\s|#{1,6}\\s|\\||>\\s).*");

    private static final Pattern HEADING = Pattern.compile("^\\s*+#{1,6}\\s.*");

    private Paragraphs() {}

    /**
     * The paragraphs in their order, each from its first to its last visible character. Together they hold every
     * character of the text that is not white space.
     */
    public static List<Span> of(String text) {
        List<Span> paragraphs = new ArrayList<>();
        List<Span> block = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int lineEnd = text.indexOf('\n', at);
            if (lineEnd < 0) {
                lineEnd = text.length();
            }
            Span line = new Span(at, lineEnd).trimmed(text);
            if (line.length() == 0) {
                addBlock(text, block, paragraphs);
                block.clear();
            } else {
                block.add(line);
            }
            at = lineEnd + 1;
        }
        addBlock(text, block, paragraphs);
        return paragraphs;
    }

    private static void addBlock(String text, List<Span> lines, List<Span> paragraphs) {
        if (lines.isEmpty()) {
            return;
        }
        int widest = lines.stream().mapToInt(Span::length).max().orElseThrow();
        boolean wrappable = widest >= NARROWEST_WRAP && widest <= WIDEST_WRAP;
        Span paragraph = lines.get(0);
        for (int i = 1; i < lines.size(); i++) {
            Span before = lines.get(i - 1);
            Span line = lines.get(i);
            if (wrappable && continues(text, before, line, widest)) {
                paragraph = new Span(paragraph.start(), line.end());
            } else {
                paragraphs.add(paragraph);
                paragraph = line;
            }
        }
        paragraphs.add(paragraph);
    }

    /** A wrapped line was ended because the next word did not fit; a paragraph's last line as a rule was not. */
    private static boolean continues(String text, Span before, Span line, int widest) {
        if (HEADING.matcher(before.of(text)).matches()
                || BEGINS.matcher(line.of(text)).matches()) {
            return false;
        }
        int wordEnd = line.start();
        while (wordEnd < line.end() && !Character.isWhitespace(text.charAt(wordEnd))) {
            wordEnd++;
        }
        // A few characters of slack: not every editor fills its lines to the last column.
        return before.length() + 1 + (wordEnd - line.start()) > widest - 4;
    }
}
