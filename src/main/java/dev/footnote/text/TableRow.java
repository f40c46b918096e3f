package dev.footnote.text;

/** A line of a text that is a row of a table, its cells parted by bars. */
public final class TableRow {

    private static final char BAR = '|';

    private TableRow() {}

    /**
     * The cells of a row without the bars at both of its ends, which frame it: {@code a | b} in {@code | a | b |}. The
     * place itself where it has no such frame, or nothing inside it.
     */
    public static Span withoutFrame(String text, Span row) {
        if (row.length() < 2 || text.charAt(row.start()) != BAR || text.charAt(row.end() - 1) != BAR) {
            return row;
        }
        Span inside = new Span(row.start() + 1, row.end() - 1).trimmed(text);
        return inside.length() == 0 ? row : inside;
    }
}
