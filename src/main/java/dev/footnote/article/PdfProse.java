package dev.footnote.article;

import dev.footnote.english.CompoundWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Puts the lines of prose together to paragraphs. */
final class PdfProse {

    /** A line that much farther from the one before than lines usually are starts a paragraph. */
    private static final double PARAGRAPH_GAP = 1.35;

    /** Lines farther apart than so many times their size need more signs that they are one paragraph. */
    private static final double WIDE_LEADING = 1.8;

    private static final double WIDEST_LEADING = 4;

    /** Lines farther apart than so many times their size are never one sentence. */
    private static final double WIDE_WRAP = 3.2;

    /** A shorter line is rather a heading or an item than one that was wrapped. */
    private static final int SHORTEST_WRAPPED = 25;

    /** Lines of prose have on average at least so many characters. */
    private static final int SHORTEST_PROSE = 36;

    /** Type at most so large, against that of most of the text, is that of notes. */
    private static final double NOTE_SIZE = 0.93;

    private static final Set<Character> SENTENCE_ENDS = Set.of('.', '!', '?', ':', '\u201D', '"', ')', '\u2026');

    /** What a sentence may go on with besides letters and figures. */
    private static final Set<Integer> OPENING = Set.of((int) '(', 0x201C, (int) '"', (int) '$', 0x20AC, 0xA3);

    private static final Pattern ITEM = Pattern.compile("(?:[*•·▪■●○◦‣–]|\\(?(?:\\d{1,2}|[a-z])[.)])\\s.*");

    /** How an entry of a table of contents ends. */
    private static final Pattern LEADERS = Pattern.compile("(?<!\\.)(?<!\\.\\s)(?:\\.\\s?){4,}+\\s?[\\divxl]{1,6}$");

    private final double bodySize;
    private final double pitch;
    private final Set<String> words = new HashSet<>();

    /** Lines of one column. */
    private record Column(List<PdfPiece> lines, double right, double pitch) {

        /** Whether its lines are short and none goes on in the next. */
        boolean isList() {
            long goingOn = lines.stream()
                    .filter(line -> Character.isLowerCase(first(line.text())))
                    .count();
            double letters = lines.stream()
                    .mapToInt(line -> line.text().length())
                    .average()
                    .orElse(0);
            return lines.size() >= 4 && letters < SHORTEST_PROSE && goingOn < 0.15 * lines.size();
        }
    }

    /** A paragraph, and whether a sentence of it may go on where the next column or page begins. */
    record PdfParagraph(String text, double size, boolean isFull, boolean isNote) {

        /** The same, which goes on in another column. */
        PdfParagraph with(PdfParagraph rest, String whole) {
            return new PdfParagraph(whole, size, rest.isFull, isNote);
        }

        boolean isEnded() {
            return PdfProse.isEnded(text);
        }
    }

    /** @param prose all lines of the article */
    PdfProse(List<PdfBlock.Prose> prose, double bodySize) {
        this.bodySize = bodySize;
        List<PdfPiece> lines = new ArrayList<>();
        for (PdfBlock.Prose block : prose) {
            lines.addAll(block.lines());
            for (PdfPiece line : block.lines()) {
                // The last word may be broken.
                String[] parts = line.text().split("[^\\p{L}-]+", -1);
                for (int i = 0; i + 1 < parts.length; i++) {
                    words.add(parts[i].toLowerCase(Locale.ROOT));
                }
            }
        }
        double right = lines.stream().mapToDouble(PdfPiece::right).max().orElse(0);
        this.pitch = pitchOf(lines, right, 1.2 * bodySize);
    }

    /** The usual distance between two lines of a paragraph. */
    private double pitchOf(List<PdfPiece> lines, double right, double otherwise) {
        Map<Long, Integer> counts = new TreeMap<>();
        Map<Long, Integer> goingOn = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfPiece last = lines.get(i - 1);
            PdfPiece line = lines.get(i);
            double gap = line.baseline() - last.baseline();
            if (gap > 0.5 * line.size()
                    && gap < WIDEST_LEADING * line.size()
                    && Math.abs(line.size() - last.size()) < 0.1 * line.size()) {
                counts.merge(Math.round(gap * 2), 1, Integer::sum);
                boolean unfinished = !isEnded(last.text()) && last.text().length() > SHORTEST_WRAPPED;
                if (Character.isLowerCase(first(line.text())) || unfinished && isFull(last, line, right)) {
                    goingOn.merge(Math.round(gap * 2), 1, Integer::sum);
                }
            }
        }
        // Of equally frequent distances the smaller is that within paragraphs.
        return counts.entrySet().stream()
                .filter(gap -> gap.getKey() / 2.0 <= WIDE_LEADING * bodySize
                        || goingOn.getOrDefault(gap.getKey(), 0) >= 0.6 * gap.getValue())
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(gap -> gap.getKey() / 2.0)
                .orElse(otherwise);
    }

    /** The paragraphs of a block, in their order; notes at the foot of a column stand at the end. */
    List<PdfParagraph> paragraphsOf(PdfBlock.Prose prose) {
        List<PdfParagraph> paragraphs = new ArrayList<>();
        List<PdfParagraph> notes = new ArrayList<>();
        for (Column column : columnsOf(prose.lines())) {
            List<PdfParagraph> found = column.isList() ? itemsOf(column) : paragraphsOf(column);
            int end = found.size();
            while (end > 1 && found.get(end - 1).isNote()) {
                end--;
            }
            for (int i = 0; i < end; i++) {
                PdfParagraph before = paragraphs.isEmpty() ? null : paragraphs.get(paragraphs.size() - 1);
                if (i == 0 && before != null && goesOn(before, found.get(0))) {
                    paragraphs.set(
                            paragraphs.size() - 1,
                            before.with(
                                    found.get(0),
                                    joined(before.text(), found.get(0).text())));
                } else {
                    paragraphs.add(found.get(i));
                }
            }
            notes.addAll(found.subList(end, found.size()));
        }
        paragraphs.addAll(notes);
        return paragraphs;
    }

    private List<PdfParagraph> paragraphsOf(Column column) {
        List<PdfParagraph> paragraphs = new ArrayList<>();
        List<PdfPiece> current = new ArrayList<>();
        for (PdfPiece line : column.lines()) {
            if (!current.isEmpty() && startsParagraph(current, line, column)) {
                paragraphs.add(paragraphOf(current, column));
                current = new ArrayList<>();
            }
            current.add(line);
        }
        paragraphs.add(paragraphOf(current, column));
        return paragraphs;
    }

    /** Of a bill, an address or a list each line stands for itself, but for what cannot. */
    private List<PdfParagraph> itemsOf(Column column) {
        List<PdfParagraph> items = new ArrayList<>();
        List<PdfPiece> current = new ArrayList<>();
        for (PdfPiece line : column.lines()) {
            boolean alone = current.isEmpty()
                    || Math.abs(line.size() - current.get(0).size()) > 0.1 * line.size()
                    || line.baseline() - current.get(current.size() - 1).baseline() > PARAGRAPH_GAP * column.pitch();
            boolean isRest = Character.isLowerCase(first(line.text()))
                    || PdfLayout.isFigure(line.text())
                    || line.size() >= 1.15 * bodySize;
            if (!current.isEmpty() && (alone || !isRest)) {
                items.add(paragraphOf(current, column));
                current = new ArrayList<>();
            }
            current.add(line);
        }
        items.add(paragraphOf(current, column));
        return items;
    }

    private PdfParagraph paragraphOf(List<PdfPiece> lines, Column column) {
        PdfPiece last = lines.get(lines.size() - 1);
        PdfPiece first = lines.get(0);
        boolean isFull = last.right() > column.right() - 0.15 * (column.right() - last.left())
                && last.text().length() > 20;
        return new PdfParagraph(
                join(lines), first.size(), isFull && !column.isList(), first.size() <= NOTE_SIZE * bodySize);
    }

    private List<Column> columnsOf(List<PdfPiece> lines) {
        List<Column> columns = new ArrayList<>();
        List<PdfPiece> current = new ArrayList<>();
        for (PdfPiece line : lines) {
            if (!current.isEmpty()
                    && line.baseline() - current.get(current.size() - 1).baseline() < -0.5 * line.size()) {
                columns.add(columnOf(current));
                current = new ArrayList<>();
            }
            current.add(line);
        }
        if (!current.isEmpty()) {
            columns.add(columnOf(current));
        }
        return columns;
    }

    private Column columnOf(List<PdfPiece> lines) {
        double right = lines.stream().mapToDouble(PdfPiece::right).max().orElse(0);
        return new Column(lines, right, lines.size() < 5 ? pitch : pitchOf(lines, right, pitch));
    }

    /** Whether the first word of the next line would not have fitted at the end of a line. */
    private static boolean isFull(PdfPiece line, PdfPiece next, double right) {
        int end = next.text().indexOf(' ');
        double share = end < 0 ? 1 : (end + 1.0) / next.text().length();
        return line.right() + share * next.width() > right - Math.max(1.5 * line.size(), 0.12 * (right - line.left()));
    }

    private static boolean startsParagraph(List<PdfPiece> before, PdfPiece line, Column column) {
        PdfPiece last = before.get(before.size() - 1);
        double gap = line.baseline() - last.baseline();
        boolean otherSize = Math.abs(line.size() - last.size()) > 0.1 * last.size();
        double usual = Math.max(column.pitch(), 1.2 * Math.min(line.size(), last.size()));
        boolean indented = line.left() - last.left() > 0.8 * line.size()
                && line.left() - last.left() < 6 * line.size()
                && (before.size() > 1 || isEnded(last.text()))
                && !ITEM.matcher(before.get(0).text()).matches();
        boolean shortEnd = isEnded(last.text())
                && !Character.isLowerCase(first(line.text()))
                && !isFull(last, line, column.right())
                && column.lines().size() > 3;
        boolean isItem = ITEM.matcher(line.text()).matches()
                && (isEnded(last.text())
                        || !isFull(last, line, column.right())
                        || ITEM.matcher(before.get(0).text()).matches());
        // A heading, an entry of a list, a line of a poem: much shorter than it would have had to be.
        boolean shortLine = !Character.isLowerCase(first(line.text()))
                && line.left() < last.left() + line.size()
                && last.right() < column.right() - 0.5 * (column.right() - last.left())
                && last.size() < 1.15 * line.size()
                && column.lines().size() > 3;
        boolean headingEnds = last.bold()
                && !line.bold()
                && before.stream().allMatch(PdfPiece::bold)
                && !Character.isLowerCase(first(line.text()));
        boolean headingStarts = line.bold() && !last.bold() && isEnded(last.text());
        return otherSize && gap > 0.5 * line.size()
                || gap > PARAGRAPH_GAP * usual && !isWrapped(last, line)
                || indented
                || shortEnd
                || shortLine
                || headingEnds
                || headingStarts
                || LEADERS.matcher(last.text()).find()
                || isItem
                || line.marked() && isEnded(last.text());
    }

    /** Whether a line, however far below, is the rest of the one before. */
    private static boolean isWrapped(PdfPiece last, PdfPiece line) {
        return line.baseline() - last.baseline() < WIDE_WRAP * line.size()
                && Character.isLowerCase(first(line.text()))
                && last.text().length() > SHORTEST_WRAPPED
                && !isEnded(last.text())
                && Math.abs(line.left() - last.left()) < line.size();
    }

    /** Whether a paragraph that a column or a page ends goes on in the next. */
    static boolean goesOn(PdfParagraph before, PdfParagraph next) {
        if (before.text().isEmpty()
                || before.isEnded()
                || Math.abs(before.size() - next.size()) > 0.1 * before.size()) {
            return false;
        }
        int first = first(next.text());
        return Character.isLowerCase(first)
                || (before.isFull() || before.text().endsWith(","))
                        && (Character.isLetterOrDigit(first) || OPENING.contains(first))
                        && !ITEM.matcher(next.text()).matches();
    }

    private static int first(String text) {
        return text.isEmpty() ? ' ' : text.codePointAt(0);
    }

    private static boolean isEnded(String text) {
        return !text.isEmpty() && SENTENCE_ENDS.contains(text.charAt(text.length() - 1));
    }

    private String join(List<PdfPiece> lines) {
        StringBuilder whole = new StringBuilder();
        for (PdfPiece line : lines) {
            append(whole, line.text(), words);
        }
        return whole.toString();
    }

    /** Two parts of a text that a line break parted, without the hyphen that was put there by the typesetter. */
    String joined(String before, String next) {
        StringBuilder text = new StringBuilder(before);
        append(text, next, words);
        return text.toString();
    }

    /** The same, where no other words of the article are known. */
    static String joinedCell(String before, String next) {
        StringBuilder text = new StringBuilder(before);
        append(text, next, Set.of());
        return text.toString();
    }

    private static void append(StringBuilder text, String next, Set<String> words) {
        if (endsInBrokenWord(text, next, words)) {
            text.setLength(text.length() - 1);
        } else if (text.length() > 0 && !endsInCompound(text)) {
            text.append(' ');
        }
        text.append(next);
    }

    /**
     * Whether a hyphen at the end of a line was put there by the typesetter. Only between lower-case letters and where the
     * word before it has no other hyphen; "US-" and "1990-" keep theirs. Where the article has the word elsewhere, that
     * decides.
     */
    static boolean endsInBrokenWord(CharSequence text, String next, Set<String> words) {
        int hyphen = text.length() - 1;
        if (hyphen < 2 || !isHyphen(text.charAt(hyphen)) || next.isEmpty() || !Character.isLowerCase(next.charAt(0))) {
            return false;
        }
        int start = hyphen;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = 0;
        while (end < next.length() && Character.isLetter(next.charAt(end))) {
            end++;
        }
        boolean compound = start > 0 && isHyphen(text.charAt(start - 1));
        boolean lowerCase = text.subSequence(start + 1 > hyphen ? start : start + 1, hyphen)
                .chars()
                .allMatch(Character::isLowerCase);
        String prefix = text.subSequence(start, hyphen).toString();
        if (compound || !lowerCase || prefix.length() < 2) {
            return false;
        }
        String rest = next.substring(0, end).toLowerCase(Locale.ROOT);
        String known = prefix.toLowerCase(Locale.ROOT);
        if (words.contains(known + rest)) {
            return true;
        }
        return !words.contains(known + "-" + rest) && !CompoundWords.FIRST_PARTS.contains(prefix);
    }

    private static boolean endsInCompound(CharSequence text) {
        int last = text.length() - 1;
        boolean joins = last > 0 && (isHyphen(text.charAt(last)) || text.charAt(last) == '\u2013');
        return joins && Character.isLetterOrDigit(text.charAt(last - 1));
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u00AD';
    }
}
