package dev.footnote.article;

import dev.footnote.english.AuthorshipWords;
import dev.footnote.text.ListMark;
import dev.footnote.text.Paragraphs;
import dev.footnote.text.Span;
import dev.footnote.text.TableRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of an article besides its words: which paragraphs are headings, items of a list, rows of a table, and
 * how far down each of them names what follows. Over the same offsets as the text. Immutable.
 */
public final class Outline {

    /** A longer line without an end mark is a sentence of its own, not a heading. */
    private static final int LONGEST_HEADING = 90;

    private static final Pattern ENDED = Pattern.compile("[.!…:;,][\"”’')\\]*_]*$");

    /** Between the cells of a row. */
    static final String BETWEEN_CELLS = " | ";

    /** Below all that a file can mark: what only looks like a heading. */
    static final int GUESSED = 7;

    /** What a paragraph is. */
    public enum Role {
        /** A heading, {@link Entry#level()} 1 to 6 as in HTML; {@link #GUESSED} where it only looks like one. */
        HEADING,
        /** A term that the paragraphs after it describe. */
        TERM,
        /** What is said of a term. */
        DESCRIPTION,
        /** An item of a list, {@link Entry#level()} deep. */
        ITEM,
        /** The row that names the columns of a table, cells parted by {@code " | "}. */
        HEADER_ROW,
        /** Another row of a table. */
        ROW,
        /** Code or other text whose line breaks and blanks count. */
        CODE
    }

    /**
     * One paragraph that is more than prose.
     *
     * @param role what it is
     * @param span its place
     * @param level how deep, from 1
     * @param reach the offset up to which a heading, a term or a header row names what stands there; its own end for
     *     others
     */
    public record Entry(Role role, Span span, int level, int reach) {
        public Entry {
            if (level < 1 || reach < span.end()) {
                throw new IllegalArgumentException(
                        "Not a place in an outline: " + role + " " + span + " level " + level + " up to " + reach);
            }
        }

        /** The same row as the one that names the columns of a table, which ends at that offset. */
        Entry namingColumnsTo(int end) {
            return new Entry(Role.HEADER_ROW, span, 1, end);
        }

        /** Whether it names what follows, and nothing is read in it. */
        public boolean isName() {
            return role == Role.HEADING || role == Role.TERM;
        }
    }

    private final List<Entry> entries;

    /** For each entry the nearest one before it that names it, or -1. */
    private final int[] outer;

    /** @param entries in the order of the text; a paragraph has one at most */
    public Outline(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.outer = new int[entries.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < outer.length; i++) {
            Entry entry = this.entries.get(i);
            if (i > 0 && entry.span().start() < this.entries.get(i - 1).span().end()) {
                throw new IllegalArgumentException("The entries of an outline stand one after another, not at "
                        + this.entries.get(i - 1).span() + " and " + entry.span());
            }
            while (!open.isEmpty()
                    && this.entries.get(open.peek()).reach() <= entry.span().start()) {
                open.pop();
            }
            outer[i] = open.isEmpty() ? -1 : open.peek();
            if (entry.reach() > entry.span().end()) {
                open.push(i);
            }
        }
    }

    /** The entries in the order of the text. */
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outline outline && entries.equals(outline.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }

    /**
     * The outline of a text of which a file has some or nothing. Paragraphs of which it has nothing are headings where
     * they look like one: a question or, in a file that marks no headings, one that is marked with {@code #} or short and
     * without an end mark.
     *
     * @param known what the file has; the reach of headings is not known yet and computed here
     */
    static Outline of(String text, List<Entry> known) {
        Map<Integer, Entry> byStart = new HashMap<>();
        known.forEach(entry -> byStart.put(entry.span().start(), entry));
        List<Span> paragraphs = Paragraphs.of(text);
        List<Entry> entries = new ArrayList<>();
        boolean marksHeadings = known.stream().anyMatch(entry -> entry.role() == Role.HEADING);
        Set<Integer> bareHeadings = marksHeadings
                ? Set.of()
                : BareHeadings.among(bareLines(text, paragraphs, byStart.keySet()), text, paragraphs);
        int knownUpTo = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            Span paragraph = paragraphs.get(i);
            Entry entry = byStart.get(paragraph.start());
            if (entry == null && paragraph.start() < knownUpTo) {
                // Another paragraph of what the file tells to be one thing, such as code with a blank line in it.
                continue;
            }
            int rows = entry == null ? rowsFrom(text, paragraphs, i, byStart) : 0;
            if (entry != null) {
                entries.add(entry);
                knownUpTo = entry.span().end();
            } else if (rows > 0) {
                addTable(text, paragraphs.subList(i, i + rows), entries);
                i += rows - 1;
            } else if (isMarkedHeading(paragraph.of(text), marksHeadings) || bareHeadings.contains(i)) {
                entries.add(new Entry(Role.HEADING, paragraph, GUESSED, paragraph.end()));
            }
        }
        return new Outline(withReach(entries, text.length()));
    }

    /** How many paragraphs from one on are rows of one table: lines with bars, or two at least with as many tabs each. */
    private static int rowsFrom(String text, List<Span> paragraphs, int from, Map<Integer, Entry> known) {
        boolean hasBar = text.charAt(paragraphs.get(from).start()) == '|';
        int tabs = Paragraphs.tabsIn(paragraphs.get(from).of(text));
        if (!hasBar && tabs == 0) {
            return 0;
        }
        int to = from + 1;
        while (to < paragraphs.size()
                && !known.containsKey(paragraphs.get(to).start())
                && (hasBar
                        ? text.charAt(paragraphs.get(to).start()) == '|'
                        : Paragraphs.tabsIn(paragraphs.get(to).of(text)) == tabs)) {
            to++;
        }
        return hasBar || to - from > 1 ? to - from : 0;
    }

    private static void addTable(String text, List<Span> rows, List<Entry> entries) {
        boolean hasBar = text.charAt(rows.get(0).start()) == '|';
        boolean names = rows.size() > 1
                && (hasBar
                        || ColumnNames.areIn(rows.stream()
                                .map(row -> Stream.of(row.of(text).split("\t", -1))
                                        .map(String::strip)
                                        .toList())
                                .toList()));
        int end = rows.get(rows.size() - 1).end();
        for (int i = 0; i < rows.size(); i++) {
            Span row = rows.get(i);
            boolean isHeader = names && i == 0;
            entries.add(new Entry(isHeader ? Role.HEADER_ROW : Role.ROW, row, 1, isHeader ? end : row.end()));
        }
    }

    /** A heading names what stands below it until the next one of its level or a higher one. */
    private static List<Entry> withReach(List<Entry> entries, int end) {
        // For each level where the next heading of it or of a higher one begins.
        int[] next = new int[GUESSED + 1];
        Arrays.fill(next, end);
        List<Entry> reaching = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.role() == Role.HEADING) {
                int level = Math.min(entry.level(), GUESSED);
                reaching.add(new Entry(
                        Role.HEADING,
                        entry.span(),
                        level,
                        Math.max(next[level], entry.span().end())));
                Arrays.fill(next, level, next.length, entry.span().start());
            } else {
                reaching.add(entry);
            }
        }
        Collections.reverse(reaching);
        return reaching;
    }

    /** A question, or a line marked with {@code #} in a file that marks no headings otherwise. */
    private static boolean isMarkedHeading(String paragraph, boolean marksHeadings) {
        return paragraph.endsWith("?") ? isShortLine(paragraph) : !marksHeadings && paragraph.startsWith("#");
    }

    /** The paragraphs, by their number, that are one short line without an end mark, of which nothing is known and which names no author. */
    private static Set<Integer> bareLines(String text, List<Span> paragraphs, Set<Integer> known) {
        return IntStream.range(0, paragraphs.size())
                .filter(i -> !known.contains(paragraphs.get(i).start()))
                .filter(i -> isShortLine(paragraphs.get(i).of(text)))
                .filter(i -> !paragraphs.get(i).of(text).endsWith("?"))
                .filter(i -> !AuthorshipWords.openByline(paragraphs.get(i).of(text)))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static boolean isShortLine(String paragraph) {
        return paragraph.length() <= LONGEST_HEADING
                && paragraph.indexOf('\n') < 0
                && !ENDED.matcher(paragraph).find()
                && ListMark.lengthIn(paragraph) == 0;
    }

    /** What the paragraph that begins at an offset is; empty for prose. */
    public Optional<Entry> at(int start) {
        int last = lastAt(start);
        return last >= 0 && entries.get(last).span().start() == start
                ? Optional.of(entries.get(last))
                : Optional.empty();
    }

    /** The headings and terms that name what stands at an offset, the outermost first. */
    public List<Entry> above(int offset) {
        List<Entry> above = new ArrayList<>();
        for (Entry entry : naming(offset)) {
            if (entry.isName()) {
                above.add(0, entry);
            }
        }
        return above;
    }

    /** The row that names the columns of the table at an offset; empty if that is none, or is the header row itself. */
    public Optional<Entry> headerOf(int offset) {
        return naming(offset).stream()
                .filter(entry -> entry.role() == Role.HEADER_ROW)
                .findFirst();
    }

    /** The names of the columns of the table at an offset, without the bars that may frame them; empty as for {@link #headerOf}. */
    public Optional<String> columnNames(int offset, String text) {
        return headerOf(offset)
                .map(row -> TableRow.withoutFrame(text, row.span()).of(text));
    }

    /**
     * What the file itself says above a place, to be read before it: marked headings and terms, the outermost first, and
     * the header row of its table. Empty where there is none.
     *
     * @param text the article's
     */
    public String context(int offset, String text) {
        StringBuilder context = new StringBuilder();
        for (Entry entry : above(offset)) {
            if (entry.level() < GUESSED) {
                context.append(context.length() == 0 ? "" : ": ")
                        .append(entry.span().of(text));
            }
        }
        columnNames(offset, text).ifPresent(names -> context.append(context.length() == 0 ? "" : "\n")
                .append(names));
        return context.toString();
    }

    /** All that names what stands at an offset, the innermost first. */
    private List<Entry> naming(int offset) {
        List<Entry> naming = new ArrayList<>();
        for (int i = lastAt(offset - 1); i >= 0; i = outer[i]) {
            Entry entry = entries.get(i);
            if (entry.span().end() <= offset && entry.reach() > offset) {
                naming.add(entry);
            }
        }
        return naming;
    }

    /** The last entry that begins at or before an offset, or -1. */
    private int lastAt(int offset) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).span().start() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
