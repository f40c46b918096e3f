package dev.footnote.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts glyphs together to words, words to pieces of lines and those to rows. What is smaller and raised belongs to the
 * word before it, and large initials to the line that they begin.
 */
final class PdfRows {

    /** A gap of so many times the size of the type parts two pieces. */
    private static final double WIDE_GAP = 0.9;

    /** Type at most so large, against that beside it, can be raised or lowered. */
    private static final double SMALL = 0.86;

    /** Type smaller than this, against that beside it, is no index of it; what is beside it is an initial. */
    private static final double TINY = 0.45;

    /** Type so much larger than that beside it stands in a line of its own. */
    private static final double LARGE = 1.7;

    /** The mark of an item in a list; it belongs to the words after it, however wide the gap. */
    private static final Pattern ITEM_MARK = Pattern.compile(
            "[-*+•·▪■●○◦‣–—]|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?");

    /** A line that is drawn with signs; it says nothing. */
    private static final Pattern RULE = Pattern.compile("[-=_*.~·–—\\s]{4,}");

    private PdfRows() {}

    /** Glyphs at one height, as they are gathered. */
    private static final class Strip {

        private final List<PdfGlyph> glyphs = new ArrayList<>();
        private double baseline;
        private double size;

        void settle() {
            Map<Long, Integer> sizes = new TreeMap<>();
            for (PdfGlyph glyph : glyphs) {
                sizes.merge(Math.round(glyph.size() * 2), glyph.isBlank() ? 0 : 1, Integer::sum);
            }
            size = mostOf(sizes) / 2.0;
            glyphs.sort(Comparator.comparingDouble(PdfGlyph::left));
        }
    }

    private static long mostOf(Map<Long, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    /** From top to bottom. */
    static List<PdfRow> of(List<PdfGlyph> glyphs) {
        List<Strip> strips = stripsOf(glyphs);
        IdentityHashMap<PdfGlyph, Double> raised = new IdentityHashMap<>();
        attachSmall(strips, raised);
        List<PdfPiece> pieces = new ArrayList<>();
        for (Strip strip : strips) {
            if (strip.glyphs.stream().anyMatch(glyph -> !glyph.isBlank())) {
                pieces.addAll(piecesOf(strip, raised));
            }
        }
        return rowsOf(withInitials(pieces));
    }

    private static List<Strip> stripsOf(List<PdfGlyph> glyphs) {
        List<PdfGlyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(PdfGlyph::baseline));
        List<Strip> strips = new ArrayList<>();
        for (PdfGlyph glyph : sorted) {
            Strip strip = null;
            for (int i = strips.size() - 1; i >= Math.max(0, strips.size() - 8) && strip == null; i--) {
                Strip near = strips.get(i);
                double smaller = Math.min(near.size, glyph.size());
                boolean sameLine = Math.abs(glyph.baseline() - near.baseline) <= 0.12 * smaller;
                boolean sameType = Math.max(near.size, glyph.size()) <= LARGE * smaller;
                strip = sameLine && (sameType || glyph.isBlank()) ? near : null;
            }
            if (strip == null) {
                if (glyph.isBlank()) {
                    continue;
                }
                strip = new Strip();
                strip.baseline = glyph.baseline();
                strip.size = glyph.size();
                strips.add(strip);
            }
            strip.glyphs.add(glyph);
        }
        strips.forEach(Strip::settle);
        return strips;
    }

    /** Moves small glyphs that touch a word of a line close by into that line. */
    private static void attachSmall(List<Strip> strips, IdentityHashMap<PdfGlyph, Double> raised) {
        for (int i = 0; i < strips.size(); i++) {
            Strip small = strips.get(i);
            for (int near : List.of(i + 1, i - 1, i + 2, i - 2)) {
                if (near < 0 || near >= strips.size() || small.glyphs.isEmpty()) {
                    continue;
                }
                Strip line = strips.get(near);
                double above = line.baseline - small.baseline;
                boolean isNear = above > 0.12 * line.size && above < 0.75 * line.size
                        || above < -0.02 * line.size && above > -0.45 * line.size;
                if (isNear && small.size <= SMALL * line.size && small.size >= TINY * line.size) {
                    attach(small, line, above > 0 ? raised : null);
                }
            }
        }
        strips.removeIf(strip -> strip.glyphs.isEmpty());
        strips.forEach(Strip::settle);
    }

    private static void attach(Strip small, Strip line, @Nullable IdentityHashMap<PdfGlyph, Double> raised) {
        List<PdfGlyph> left = new ArrayList<>();
        List<PdfGlyph> run = new ArrayList<>();
        List<PdfGlyph> attached = new ArrayList<>();
        for (int i = 0; i <= small.glyphs.size(); i++) {
            PdfGlyph glyph = i < small.glyphs.size() ? small.glyphs.get(i) : null;
            boolean ends = glyph == null
                    || !run.isEmpty() && glyph.left() - run.get(run.size() - 1).right() > 0.5 * line.size;
            if (ends && !run.isEmpty()) {
                if (touches(run, line)) {
                    attached.addAll(run);
                } else {
                    left.addAll(run);
                }
                run = new ArrayList<>();
            }
            if (glyph != null) {
                run.add(glyph);
            }
        }
        line.glyphs.addAll(attached);
        line.glyphs.sort(Comparator.comparingDouble(PdfGlyph::left));
        if (raised != null) {
            attached.forEach(glyph -> raised.put(glyph, line.baseline));
        }
        small.glyphs.clear();
        small.glyphs.addAll(left);
    }

    private static boolean touches(List<PdfGlyph> run, Strip line) {
        double left = run.get(0).left();
        double right = run.get(run.size() - 1).right();
        for (PdfGlyph glyph : line.glyphs) {
            double before = left - glyph.right();
            double after = glyph.left() - right;
            if (!glyph.isBlank()
                    && (before > -0.3 * line.size && before < 0.45 * line.size
                            || after > -0.3 * line.size && after < 0.45 * line.size)) {
                return true;
            }
        }
        return false;
    }

    private static List<PdfPiece> piecesOf(Strip strip, IdentityHashMap<PdfGlyph, Double> raised) {
        List<PdfGlyph> line = new ArrayList<>();
        List<Boolean> blankBefore = new ArrayList<>();
        boolean blank = false;
        for (PdfGlyph glyph : strip.glyphs) {
            if (glyph.isBlank()) {
                blank = true;
            } else {
                line.add(glyph);
                blankBefore.add(blank);
                blank = false;
            }
        }
        double tracking = trackingOf(line, strip.size);
        List<PdfPiece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= line.size(); i++) {
            if (i == line.size()
                    || line.get(i).left() - reach(line, start, i) > Math.max(WIDE_GAP * strip.size, 3.5 * tracking)) {
                pieces.add(pieceOf(strip, line.subList(start, i), blankBefore.subList(start, i), tracking, raised));
                start = i;
            }
        }
        return withItemMarks(pieces);
    }

    /** How far to the right the glyphs before one reach; a few back are enough. */
    private static double reach(List<PdfGlyph> line, int start, int end) {
        double reach = line.get(end - 1).right();
        for (int i = Math.max(start, end - 4); i < end; i++) {
            reach = Math.max(reach, line.get(i).right());
        }
        return reach;
    }

    /** The gap between the letters of a line that are set apart; 0 where they are set as usual. */
    private static double trackingOf(List<PdfGlyph> line, double size) {
        if (line.size() < 5) {
            return 0;
        }
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            gaps.add(line.get(i).left() - line.get(i - 1).right());
        }
        gaps.sort(Comparator.naturalOrder());
        double usual = gaps.get(gaps.size() / 2);
        long same =
                gaps.stream().filter(gap -> Math.abs(gap - usual) < 0.3 * usual).count();
        boolean even = same >= 0.6 * gaps.size();
        return usual > 0.12 * size && even ? usual : 0;
    }

    private static PdfPiece pieceOf(
            Strip strip,
            List<PdfGlyph> line,
            List<Boolean> blankBefore,
            double tracking,
            IdentityHashMap<PdfGlyph, Double> raised) {
        StringBuilder text = new StringBuilder();
        int bold = 0;
        int light = 0;
        Map<Long, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < line.size(); i++) {
            PdfGlyph glyph = line.get(i);
            bold += glyph.bold() ? 1 : 0;
            light += glyph.light() ? 1 : 0;
            sizes.merge(Math.round(glyph.size() * 2), 1, Integer::sum);
            boolean apart = i > 0 && isApart(line.get(i - 1), glyph, blankBefore.get(i), tracking, strip.size);
            if (apart) {
                text.append(' ');
            }
            if (raised.containsKey(glyph)) {
                int end = i;
                StringBuilder words = new StringBuilder();
                while (end < line.size() && raised.containsKey(line.get(end))) {
                    boolean gap =
                            end > i && isApart(line.get(end - 1), line.get(end), blankBefore.get(end), 0, strip.size);
                    words.append(gap ? " " : "").append(line.get(end++).text());
                }
                text.append(RaisedText.of(text, words.toString()));
                i = end - 1;
            } else {
                text.append(glyph.text());
            }
        }
        return new PdfPiece(
                text.toString().replaceAll("[\\s\\p{Cntrl}]+", " ").strip(),
                line.get(0).left(),
                reach(line, 0, line.size()),
                strip.baseline,
                mostOf(sizes) / 2.0,
                2 * bold > line.size(),
                2 * light > line.size(),
                raised.containsKey(line.get(0)));
    }

    private static boolean isApart(PdfGlyph before, PdfGlyph glyph, boolean blank, double tracking, double size) {
        double gap = glyph.left() - before.right();
        if (tracking > 0) {
            return gap > 1.6 * tracking && gap > tracking + 0.12 * size;
        }
        double blankWidth = glyph.blank() > 0 ? Math.min(0.5 * glyph.blank(), 0.17 * size) : 0.17 * size;
        return blank || gap > Math.max(0.09 * size, blankWidth);
    }

    private static List<PdfPiece> withItemMarks(List<PdfPiece> pieces) {
        List<PdfPiece> joined = new ArrayList<>();
        for (PdfPiece piece : pieces) {
            if (piece.text().isEmpty() || RULE.matcher(piece.text()).matches()) {
                continue;
            }
            PdfPiece before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null
                    && ITEM_MARK.matcher(before.text()).matches()
                    && piece.left() - before.right() < 4 * piece.size()) {
                joined.set(joined.size() - 1, before.with(piece));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    /** Puts a large first letter before the line whose height it begins at. */
    private static List<PdfPiece> withInitials(List<PdfPiece> pieces) {
        List<PdfPiece> put = new ArrayList<>(pieces);
        double usual = pieces.stream()
                .mapToDouble(PdfPiece::size)
                .sorted()
                .skip(pieces.size() / 2)
                .findFirst()
                .orElse(0);
        for (PdfPiece initial : pieces) {
            if (initial.size() < LARGE * usual
                    || initial.text().length() > 2
                    || !initial.text().codePoints().anyMatch(Character::isLetter)) {
                continue;
            }
            PdfPiece first = null;
            for (PdfPiece piece : put) {
                double gap = piece.left() - initial.right();
                double top = initial.baseline() - 0.72 * initial.size();
                boolean isBeside = gap > -0.3 * piece.size() && gap < 1.5 * piece.size();
                boolean isAtTop = piece.baseline() > top + 0.2 * piece.size()
                        && piece.baseline() < initial.baseline() - 0.5 * piece.size();
                if (initial.size() >= LARGE * piece.size()
                        && isBeside
                        && isAtTop
                        && Character.isLetter(piece.text().codePointAt(0))
                        && (first == null || piece.baseline() < first.baseline())) {
                    first = piece;
                }
            }
            if (first != null) {
                put.remove(initial);
                put.set(
                        put.indexOf(first),
                        new PdfPiece(
                                initial.text() + first.text(),
                                initial.left(),
                                first.right(),
                                first.baseline(),
                                first.size(),
                                first.bold(),
                                first.light(),
                                false));
            }
        }
        return put;
    }

    private static List<PdfRow> rowsOf(List<PdfPiece> pieces) {
        List<PdfPiece> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(PdfPiece::baseline));
        List<PdfRow> rows = new ArrayList<>();
        List<PdfPiece> row = new ArrayList<>();
        for (PdfPiece piece : sorted) {
            if (!row.isEmpty() && !fits(row, piece)) {
                row.sort(Comparator.comparingDouble(PdfPiece::left));
                rows.add(new PdfRow(row));
                row = new ArrayList<>();
            }
            row.add(piece);
        }
        if (!row.isEmpty()) {
            row.sort(Comparator.comparingDouble(PdfPiece::left));
            rows.add(new PdfRow(row));
        }
        return rows;
    }

    private static boolean fits(List<PdfPiece> row, PdfPiece piece) {
        double baseline = row.get(0).baseline();
        return piece.baseline() - baseline
                        <= 0.35 * Math.min(piece.size(), row.get(0).size())
                && row.stream()
                        .allMatch(other -> other.right() <= piece.left() + 1 || piece.right() <= other.left() + 1);
    }
}
