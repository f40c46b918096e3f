package dev.footnote.article;

import dev.footnote.english.PageMarks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what stands on pages and is no part of the article: running heads and feet, numbers of pages, watermarks and
 * stamps.
 */
final class PdfFurniture {

    /** How many rows at the top and at the bottom of a page may repeat. */
    private static final int DEEPEST = 3;

    /** A page with fewer rows has no head and no foot. */
    private static final int LEAST_ROWS = 3;

    /** A running head stands equally high on each page, give or take so many points. */
    private static final double SAME_HEIGHT = 6;

    /** Type that much larger than that of most of the text is no running head on the first page. */
    private static final double HEADING_SIZE = 1.15;

    /** Type so many times larger than most, across the lines, is a watermark. */
    private static final double WATERMARK_SIZE = 2.2;

    /** Longer text at an angle is no stamp. */
    private static final int LONGEST_STAMP = 250;

    private static final int LONGEST_HEAD = 120;

    /** Rows that many times their size apart do not belong together. */
    private static final double APART = 1.8;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final double bodySize;

    /** @param bodySize the size in which most of the text is set, in points */
    PdfFurniture(double bodySize) {
        this.bodySize = bodySize;
    }

    /** Whether text at an angle is a stamp or a watermark. */
    boolean isStamp(PdfPage.Angled angled, boolean repeated) {
        double size =
                angled.glyphs().stream().mapToDouble(PdfGlyph::size).average().orElse(0);
        boolean isShort = angled.glyphs().size() <= LONGEST_STAMP;
        boolean isLight = angled.glyphs().stream().allMatch(PdfGlyph::light);
        return isShort && (angled.beside() || repeated || angled.oblique() && (isLight || size >= 1.5 * bodySize));
    }

    /** The rows of a page without large letters that lie across or lightly below others. */
    List<PdfRow> withoutWatermarks(List<PdfRow> rows) {
        List<PdfPiece> large = rows.stream()
                .flatMap(row -> row.pieces().stream())
                .filter(piece -> piece.size() >= WATERMARK_SIZE * bodySize)
                .filter(piece -> piece.light() || isAcross(piece, rows))
                .toList();
        return large.isEmpty() || large.size() > 20 ? rows : without(rows, large);
    }

    private static List<PdfRow> without(List<PdfRow> rows, List<PdfPiece> pieces) {
        List<PdfRow> others = new ArrayList<>();
        for (PdfRow row : rows) {
            List<PdfPiece> kept = row.pieces().stream()
                    .filter(piece -> !pieces.contains(piece))
                    .toList();
            if (!kept.isEmpty()) {
                others.add(new PdfRow(kept));
            }
        }
        return others;
    }

    private static boolean isAcross(PdfPiece large, List<PdfRow> rows) {
        return rows.stream()
                        .flatMap(row -> row.pieces().stream())
                        .filter(piece -> 2 * piece.size() <= large.size()
                                && piece.baseline() - 0.3 * piece.size() > large.baseline() - 0.7 * large.size()
                                && piece.baseline() - 0.3 * piece.size() < large.baseline()
                                && piece.left() < large.right()
                                && piece.right() > large.left())
                        .limit(2)
                        .count()
                >= 2;
    }

    /** The rows of all pages without what repeats at their edges and without the numbers of the pages. */
    List<List<PdfRow>> withoutRunningLines(List<List<PdfRow>> pages) {
        Map<String, List<EdgeRow>> places = new HashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            List<PdfRow> rows = pages.get(page);
            if (rows.size() >= LEAST_ROWS) {
                for (int i = 0; i < rows.size(); i++) {
                    if (i < DEEPEST || i >= rows.size() - DEEPEST) {
                        places.computeIfAbsent(masked(rows.get(i)), text -> new ArrayList<>())
                                .add(new EdgeRow(page, rows.get(i)));
                    }
                }
            }
        }
        // On a third of the pages, for heads that change with the chapter and those of left and right pages.
        int least = Math.max(2, (pages.size() + 2) / 3);
        Set<PdfRow> running = new HashSet<>();
        for (List<EdgeRow> same : places.values()) {
            Map<Long, Set<Integer>> pagesByHeight = new HashMap<>();
            for (EdgeRow place : same) {
                pagesByHeight
                        .computeIfAbsent(place.height(), height -> new HashSet<>())
                        .add(place.page());
            }
            for (EdgeRow place : same) {
                Set<Integer> on = new HashSet<>();
                for (long height = place.height() - 1; height <= place.height() + 1; height++) {
                    on.addAll(pagesByHeight.getOrDefault(height, Set.of()));
                }
                boolean repeats = pages.size() > 2
                        ? on.size() >= least
                        : same.stream().anyMatch(other -> other.page() != place.page() && repeats(place, other));
                if (repeats && !(place.page() == 0 && isLarge(place.row()))) {
                    running.add(place.row());
                }
            }
        }
        List<List<PdfRow>> without = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            without.add(withoutEdges(pages.get(page), running, page));
        }
        return without;
    }

    /** A row near the edge of a page. */
    private record EdgeRow(int page, PdfRow row) {

        /** In steps of {@link #SAME_HEIGHT}. */
        long height() {
            return Math.round(row.baseline() / SAME_HEIGHT);
        }
    }

    private boolean repeats(EdgeRow one, EdgeRow other) {
        if (Math.abs(one.row().baseline() - other.row().baseline()) > SAME_HEIGHT) {
            return false;
        }
        // Of two pages alone a number that differs must be that of the page.
        Matcher first = DIGITS.matcher(one.row().joined().text());
        Matcher second = DIGITS.matcher(other.row().joined().text());
        while (first.find() && second.find()) {
            boolean isPage = first.group().length() <= 4
                    && second.group().length() <= 4
                    && Integer.parseInt(second.group()) - Integer.parseInt(first.group()) == other.page() - one.page();
            if (!first.group().equals(second.group()) && !isPage) {
                return false;
            }
        }
        return !isLarge(one.row());
    }

    private boolean isLarge(PdfRow row) {
        return row.size() >= HEADING_SIZE * bodySize;
    }

    private static String masked(PdfRow row) {
        return DIGITS.matcher(row.joined().text()).replaceAll("#").strip();
    }

    private static List<PdfRow> withoutEdges(List<PdfRow> rows, Set<PdfRow> running, int page) {
        if (rows.size() < LEAST_ROWS) {
            return rows;
        }
        List<PdfRow> upwards = new ArrayList<>(rows);
        Collections.reverse(upwards);
        int start = edgeOf(rows, running, page);
        int end = rows.size() - edgeOf(upwards, running, page);
        return start < end ? rows.subList(start, end) : rows;
    }

    /** How many rows, from the first on, are no part of the article. */
    private static int edgeOf(List<PdfRow> rows, Set<PdfRow> running, int page) {
        int edge = 0;
        boolean outermost = true;
        for (int i = 0; i < Math.min(DEEPEST, rows.size() - 1); i++) {
            PdfRow row = rows.get(i);
            String text = row.joined().text();
            double inward = Math.abs(rows.get(i + 1).baseline() - row.baseline());
            double outward =
                    i == 0 ? 0 : Math.abs(row.baseline() - rows.get(i - 1).baseline());
            boolean isOrigin = PageMarks.isOrigin(text);
            boolean isNumber = row.pieces().size() == 1
                    && (PageMarks.saysPageNumber(text) || PageMarks.isPageNumber(text) && inward > APART * row.size());
            // What stands further in must look like one with the edge, or else it may be the text itself.
            // The head of a table is repeated on each page, too.
            boolean isTableHead = row.pieces().size() > 1
                    && rows.get(i + 1).pieces().size() > 1
                    && !running.contains(rows.get(i + 1));
            boolean fits = !isTableHead && (outermost || outward < APART * row.size() && inward > 1.2 * outward);
            // From the second page on: the number of the page at one side, a name or a title at the other.
            boolean isHead = outermost
                    && page > 0
                    && row.pieces().size() > 1
                    && inward > APART * row.size()
                    && text.length() <= LONGEST_HEAD
                    && (PageMarks.isPageNumber(row.pieces().get(0).text())
                            || PageMarks.isPageNumber(
                                    row.pieces().get(row.pieces().size() - 1).text()));
            if (isHead || isOrigin || isNumber && (outermost || fits) || running.contains(row) && fits) {
                edge = i + 1;
                outermost = isOrigin;
            } else if (!running.contains(row)) {
                break;
            }
        }
        return edge;
    }
}
