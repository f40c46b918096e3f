package dev.footnote.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the paragraphs of a text are. A blank line parts them. A single line break does too, unless the lines around it
 * are hard-wrapped: then it is only a space. Rows of a table whose cells are parted by tabs are paragraphs of their own.
 */
public final class Paragraphs {

    /** Lines beyond this width are not wrapped by anyone: each is a paragraph. */
    private static final int WIDEST_WRAP = 130;

    /** Below this width a block is a list or a poem rather than wrapped prose, unless it runs on as prose does. */
    private static final int NARROW = 40;

    /** The fewest columns at which prose is taken to be hard-wrapped. */
    private static final int NARROWEST_WRAP = 20;

    /** Fewer lines than this are too few to tell narrow prose by. */
    private static final int FEWEST_LINES = 3;

    /** The least share of line breaks at which narrow prose runs on within a sentence, in lower case. */
    private static final double LEAST_RUNNING_ON = 0.4;

    /** The least share of line breaks that narrow prose has because the next word did not fit. */
    private static final double LEAST_FULL = 0.9;

    private static final Pattern ENDED = Pattern.compile("[.!?:;…][\"”’')\\]]*+$");

    /** A line that begins something new: a list item, a Markdown heading, a table row, a quotation. */
    private static final Pattern BEGINS = Pattern.compile("^\\s*+(?:[-*+•·]\\s|\\d{1,3}[.)]\\s|#{1,6}\\s|\\||>\\s).*");

    /** A line that begins with a time or a date in figures, as those of a timeline or a log do. */
    private static final Pattern DATED = Pattern.compile(
            "^\\s*+\\[?(?:\\d{1,2}[:.h]\\d{2}\\b|\\d{4}-\\d{2}-\\d{2}\\b|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b).*");

    private static final Pattern HEADING = Pattern.compile("^\\s*+#{1,6}\\s.*");

    private Paragraphs() {}

    /**
     * The paragraphs in their order, each from its first to its last visible character. Together they hold every
     * character of the text that is not white space.
     */
    public static List<Span> of(String text) {
        List<List<Span>> blocks = blocks(text);
        int narrow = narrowWrap(text, blocks);
        List<Span> paragraphs = new ArrayList<>();
        blocks.forEach(block -> addBlock(text, block, narrow, paragraphs));
        return paragraphs;
    }

    /** The lines between blank lines. */
    private static List<List<Span>> blocks(String text) {
        List<List<Span>> blocks = new ArrayList<>();
        List<Span> block = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int lineEnd = text.indexOf('\n', at);
            if (lineEnd < 0) {
                lineEnd = text.length();
            }
            Span line = new Span(at, lineEnd).trimmed(text);
            if (line.length() > 0) {
                block.add(line);
            } else if (!block.isEmpty()) {
                blocks.add(block);
                block = new ArrayList<>();
            }
            at = lineEnd + 1;
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    /** The column at which prose of the text is wrapped that is narrower than most is; 0 where none is. */
    private static int narrowWrap(String text, List<List<Span>> blocks) {
        int narrow = 0;
        for (List<Span> block : blocks) {
            int widest = widest(block);
            if (widest >= NARROWEST_WRAP && widest < NARROW && runsOn(text, block, widest)) {
                narrow = Math.max(narrow, widest);
            }
        }
        return narrow;
    }

    /**
     * Whether narrow lines are prose: nearly every line is as full as its width allows, and many end within a sentence. The
     * lines of a poem begin with capitals or are ragged, and so are the items of a list.
     */
    private static boolean runsOn(String text, List<Span> lines, int widest) {
        Span last = lines.get(lines.size() - 1);
        if (lines.size() < FEWEST_LINES || !ENDED.matcher(last.of(text)).find()) {
            return false;
        }
        int full = 0;
        int running = 0;
        for (int i = 1; i < lines.size(); i++) {
            Span before = lines.get(i - 1);
            Span line = lines.get(i);
            boolean ended = ENDED.matcher(before.of(text)).find();
            boolean isFull = continues(text, before, line, widest);
            full += isFull || ended ? 1 : 0;
            running += isFull && !ended && Character.isLowerCase(text.codePointAt(line.start())) ? 1 : 0;
        }
        int breaks = lines.size() - 1;
        return full >= LEAST_FULL * breaks && running >= LEAST_RUNNING_ON * breaks;
    }

    private static int widest(List<Span> lines) {
        return lines.stream().mapToInt(Span::length).max().orElseThrow();
    }

    /** @param narrow the column at which narrow prose of the text is wrapped; 0 for none */
    private static void addBlock(String text, List<Span> lines, int narrow, List<Span> paragraphs) {
        boolean isNarrow = widest(lines) < NARROW;
        // All narrow prose of a text is wrapped at one column, which its short paragraphs do not reach.
        int widest = isNarrow ? narrow : widest(lines);
        boolean wrappable = widest > 0 && widest <= WIDEST_WRAP;
        // A single one may be wrapped prose that happens to break before a time.
        boolean isLog = wrappable
                && lines.stream()
                                .filter(line -> DATED.matcher(line.of(text)).matches())
                                .count()
                        > 1;
        Span paragraph = lines.get(0);
        for (int i = 1; i < lines.size(); i++) {
            Span before = lines.get(i - 1);
            Span line = lines.get(i);
            if (wrappable
                    && continues(text, before, line, widest)
                    && !(isLog && DATED.matcher(line.of(text)).matches())
                    && !isRow(text, lines, i)
                    && !isRow(text, lines, i - 1)) {
                paragraph = new Span(paragraph.start(), line.end());
            } else {
                paragraphs.add(paragraph);
                paragraph = line;
            }
        }
        paragraphs.add(paragraph);
    }

    /** Whether a line is a row of a table: it has tabs, and the line before or behind it as many. */
    private static boolean isRow(String text, List<Span> lines, int at) {
        int tabs = tabsIn(lines.get(at).of(text));
        return tabs > 0
                && (at > 0 && tabsIn(lines.get(at - 1).of(text)) == tabs
                        || at + 1 < lines.size() && tabsIn(lines.get(at + 1).of(text)) == tabs);
    }

    /** How many tabs part the cells of a row that was copied from a table; 0 for a line of prose. */
    public static int tabsIn(CharSequence line) {
        return (int) line.chars().filter(c -> c == '\t').count();
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
