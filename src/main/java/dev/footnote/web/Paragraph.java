package dev.footnote.web;

import dev.footnote.article.Article;
import dev.footnote.article.Outline;
import dev.footnote.text.Paragraphs;
import dev.footnote.text.Span;
import dev.footnote.text.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph as the page sets it. The texts of its pieces concatenate to the article's own text from {@code start}, so that the
 * page can place a mark by counting; so do those of each cell of a row.
 *
 * @param number from 1, as {@link dev.footnote.answer.Citation#paragraph()} counts
 * @param start where it begins in the article, in UTF-16 code units
 * @param page the page that begins with it or in it; null on all others
 * @param text all of it, as in the article
 * @param pieces its text, cut where a mark begins or ends
 * @param cells of a row of a table; empty for others
 * @param style what it is set as: {@code heading}, {@code term}, {@code description}, {@code item}, {@code header-row}, {@code row},
 *     {@code rule} for a row of lines only, {@code code}, {@code title} for one that repeats the article's title; empty for prose
 * @param level how deep a heading or an item stands, from 1
 */
record Paragraph(
        int number,
        int start,
        @Nullable Integer page,
        String text,
        List<ParagraphPiece> pieces,
        List<Cell> cells,
        String style,
        int level) {

    /** Below the name of the page and the title of the article. */
    private static final int FIRST_HEADING = 3;

    private static final int DEEPEST_HEADING = 6;

    /** A heading that repeats the title stands among the first paragraphs, if anywhere. */
    private static final int FIRST_PARAGRAPHS = 3;

    /** What a line between the rows of a table that is drawn with letters is made of. */
    private static final Pattern RULE = Pattern.compile("[|:\\-+=\\s]++");

    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    Paragraph {
        pieces = List.copyOf(pieces);
        cells = List.copyOf(cells);
    }

    /**
     * Some of its text.
     *
     * @param text as in the article
     * @param marked whether the link points at it
     * @param first whether the mark begins here
     */
    record ParagraphPiece(String text, boolean marked, boolean first) {}

    /**
     * A cell of a row; what parts it from the next belongs to none.
     *
     * @param start where it begins in the article, in UTF-16 code units
     * @param pieces its text, cut where a mark begins or ends; empty for an empty cell
     */
    record Cell(int start, List<ParagraphPiece> pieces) {

        Cell {
            pieces = List.copyOf(pieces);
        }
    }

    /** The paragraphs of an article, with the cited place marked if there is one. */
    static List<Paragraph> of(Article article, @Nullable Span lit) {
        String text = article.text();
        List<Paragraph> paragraphs = new ArrayList<>();
        Integer lastPage = null;
        boolean isLit = false;
        for (Span span : Paragraphs.of(text)) {
            Outline.Entry entry = article.outline().at(span.start()).orElse(null);
            String style = styleOf(article, span, entry, paragraphs.size());
            List<ParagraphPiece> pieces = piecesOf(text, span, lit, isLit);
            List<Cell> cells = style.endsWith("row") ? cellsOf(text, span, lit, isLit) : List.of();
            isLit |= pieces.stream().anyMatch(ParagraphPiece::marked);
            Integer page = article.pageAt(span.start());
            boolean turns = page != null && !page.equals(lastPage);
            lastPage = page;
            paragraphs.add(new Paragraph(
                    paragraphs.size() + 1,
                    span.start(),
                    turns ? page : null,
                    span.of(text),
                    pieces,
                    cells,
                    style,
                    levelOf(article, span, style, entry)));
        }
        return List.copyOf(paragraphs);
    }

    /** A heading that repeats the title stands above all others. */
    private static int levelOf(Article article, Span span, String style, Outline.@Nullable Entry entry) {
        return switch (style) {
            case "heading" -> depthOf(article, span);
            case "title" -> 1;
            default -> entry == null ? 1 : entry.level();
        };
    }

    private static String styleOf(Article article, Span span, Outline.@Nullable Entry entry, int before) {
        if (entry == null) {
            return "";
        }
        String words = span.of(article.text());
        if (entry.role() == Outline.Role.HEADING && before < FIRST_PARAGRAPHS && isSame(words, article.title())) {
            return "title";
        }
        if (entry.role() == Outline.Role.ROW
                && words.contains("--")
                && RULE.matcher(words).matches()) {
            return "rule";
        }
        return entry.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether two lines say the same, however they are typeset. */
    private static boolean isSame(String line, String other) {
        return NO_WORDS.matcher(line)
                .replaceAll(" ")
                .strip()
                .equalsIgnoreCase(NO_WORDS.matcher(other).replaceAll(" ").strip());
    }

    /** How many headings stand above it: levels that a file leaves out are left out for nobody. The title is none of them. */
    private static int depthOf(Article article, Span span) {
        return 1
                + (int) article.outline().above(span.start()).stream()
                        .filter(entry -> entry.role() == Outline.Role.HEADING)
                        .filter(entry -> !isSame(entry.span().of(article.text()), article.title()))
                        .count();
    }

    /** The number of the HTML element that a heading is. */
    public int headingLevel() {
        return Math.min(DEEPEST_HEADING, level + FIRST_HEADING - 1);
    }

    /** Whether it names the columns of a table. */
    public boolean isHeaderRow() {
        return style.equals("header-row");
    }

    /** The cells, parted by {@code |}, one at both ends being the frame of the row; else by tabs. */
    private static List<Cell> cellsOf(String text, Span row, @Nullable Span lit, boolean alreadyLit) {
        Span inside = TableRow.withoutFrame(text, row);
        int from = inside.start();
        int to = inside.end();
        char between = text.indexOf('|', row.start()) < row.end() && text.indexOf('|', row.start()) >= 0 ? '|' : '\t';
        List<Cell> cells = new ArrayList<>();
        boolean isLit = alreadyLit;
        while (from <= to) {
            int bar = text.indexOf(between, from);
            int end = bar < 0 || bar >= to ? to : bar;
            Span cell = new Span(from, end).trimmed(text);
            List<ParagraphPiece> pieces = cell.length() == 0 ? List.of() : piecesOf(text, cell, lit, isLit);
            isLit |= pieces.stream().anyMatch(ParagraphPiece::marked);
            cells.add(new Cell(cell.start(), pieces));
            from = end + 1;
        }
        return cells;
    }

    private static List<ParagraphPiece> piecesOf(String text, Span span, @Nullable Span lit, boolean alreadyLit) {
        if (lit == null || !lit.overlaps(span)) {
            return List.of(new ParagraphPiece(span.of(text), false, false));
        }
        int from = Math.max(lit.start(), span.start());
        int to = Math.min(lit.end(), span.end());
        List<ParagraphPiece> pieces = new ArrayList<>();
        if (from > span.start()) {
            pieces.add(new ParagraphPiece(text.substring(span.start(), from), false, false));
        }
        pieces.add(new ParagraphPiece(text.substring(from, to), true, !alreadyLit));
        if (to < span.end()) {
            pieces.add(new ParagraphPiece(text.substring(to, span.end()), false, false));
        }
        return pieces;
    }
}
