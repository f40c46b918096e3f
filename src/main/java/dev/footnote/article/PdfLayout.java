package dev.footnote.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out how the rows of a page are read: columns of prose one after the other, in whatever order they were drawn, the
 * rows of tables and bills one by one, all else line by line.
 */
final class PdfLayout {

    /** Space of so many times the size of the type, with nothing in it on several rows, parts columns. */
    private static final double CORRIDOR = 0.8;

    /** Two rows alone are a table only if so many times the size of the type is between their cells. */
    private static final double WIDE_CORRIDOR = 1.5;

    /** A single row with so wide a gap has two cells. */
    private static final double SINGLE_ROW_GAP = 2.5;

    /** The lines of a column of prose have on average at least so many characters. */
    private static final int LEAST_LETTERS = 16;

    private static final Pattern FIGURE = Pattern.compile(
            "[-+−–(~≈<>]?\\s?\\p{Sc}?\\s?[-+−–]?\\d[\\d.,'’ /:%–-]*\\s?[\\p{L}%\\p{Sc}°²³*)]{0,5}|[-–—]|n/?a");

    private static final Pattern YEAR = Pattern.compile("(?:FY ?)?(?:1[5-9]|20)\\d\\d(?:[-–/]\\d{2,4})?");

    private PdfLayout() {}

    /** A stretch of a line with nothing in it. */
    private record Gap(double left, double right) {
        double width() {
            return right - left;
        }
    }

    static List<PdfBlock> of(List<PdfRow> rows) {
        List<PdfBlock> blocks = new ArrayList<>();
        lay(rows, blocks, 0);
        return blocks;
    }

    /** Whether a text is a number, perhaps with a unit or a currency, or stands for one that is missing. */
    static boolean isFigure(String text) {
        return FIGURE.matcher(text).matches();
    }

    private static void lay(List<PdfRow> rows, List<PdfBlock> blocks, int depth) {
        for (int i = 0; i < rows.size(); ) {
            int end = depth > 4 ? i : regionEnd(rows, i);
            List<PdfRow> region = rows.subList(i, Math.max(i, end));
            List<Gap> gutters = region.size() < 3 ? List.of() : gutters(region);
            if (!gutters.isEmpty()) {
                for (List<PdfRow> column : columns(region, gutters)) {
                    lay(column, blocks, depth + 1);
                }
                i = end;
                continue;
            }
            int tableEnd = i + tableLength(region);
            if (tableEnd > i) {
                blocks.add(tableOf(rows.subList(i, tableEnd)));
                i = tableEnd;
            } else {
                addLine(blocks, rows.get(i));
                i++;
            }
        }
    }

    private static void addLine(List<PdfBlock> blocks, PdfRow row) {
        if (row.pieces().size() > 1 && isSingleRow(row)) {
            blocks.add(new PdfBlock.Table(
                    List.of(row.pieces().stream().map(PdfPiece::text).toList()), false));
            return;
        }
        PdfBlock last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (last instanceof PdfBlock.Prose prose) {
            prose.lines().add(row.joined());
        } else {
            List<PdfPiece> lines = new ArrayList<>();
            lines.add(row.joined());
            blocks.add(new PdfBlock.Prose(lines));
        }
    }

    private static boolean isSingleRow(PdfRow row) {
        return gapsOf(row).stream().anyMatch(gap -> gap.width() > SINGLE_ROW_GAP * row.size());
    }

    private static List<Gap> gapsOf(PdfRow row) {
        List<Gap> gaps = new ArrayList<>();
        double reach = row.left();
        for (PdfPiece piece : row.pieces()) {
            if (piece.left() > reach) {
                gaps.add(new Gap(reach, piece.left()));
            }
            reach = Math.max(reach, piece.right());
        }
        return gaps;
    }

    /** Where the rows end that have, from one row on, a corridor in common; the same row if there is none. */
    private static int regionEnd(List<PdfRow> rows, int start) {
        PdfRow first = rows.get(start);
        List<Gap> corridors = new ArrayList<>(gapsOf(first));
        double inkStart = first.left();
        double inkEnd = first.right();
        double widest = 0;
        int end = start + 1;
        for (; end < rows.size(); end++) {
            PdfRow row = rows.get(end);
            double least = CORRIDOR * Math.min(row.size(), first.size());
            double step = row.baseline() - rows.get(end - 1).baseline();
            if (step > 3 * row.size() && widest > 0 && step > 2.5 * widest || step > 8 * row.size()) {
                break;
            }
            List<Gap> now = new ArrayList<>();
            for (Gap corridor : corridors) {
                Gap free = freePart(corridor, row);
                if (free.width() >= least) {
                    now.add(free);
                }
            }
            // What stands wholly beside all rows so far opens a corridor.
            if (row.left() - inkEnd >= least) {
                now.add(new Gap(inkEnd, row.left()));
            } else if (inkStart - row.right() >= least) {
                now.add(new Gap(row.right(), inkStart));
            }
            boolean crosses = row.pieces().size() == 1 && now.size() < corridors.size();
            if (now.isEmpty() || crosses) {
                break;
            }
            corridors = now;
            widest = Math.max(widest, step);
            inkStart = Math.min(inkStart, row.left());
            inkEnd = Math.max(inkEnd, row.right());
        }
        return corridors.isEmpty() || end == start + 1 ? start : end;
    }

    /** The widest part of a corridor that a row leaves free. */
    private static Gap freePart(Gap corridor, PdfRow row) {
        Gap best = new Gap(corridor.left(), corridor.left());
        double from = corridor.left();
        for (PdfPiece piece : row.pieces()) {
            if (piece.right() <= from || piece.left() >= corridor.right()) {
                continue;
            }
            Gap free = new Gap(from, Math.max(from, piece.left()));
            best = free.width() > best.width() ? free : best;
            from = Math.max(from, piece.right());
        }
        Gap last = new Gap(from, Math.max(from, corridor.right()));
        return last.width() > best.width() ? last : best;
    }

    /** The corridors between columns of prose; empty where there are none. */
    private static List<Gap> gutters(List<PdfRow> region) {
        List<double[]> ink = new ArrayList<>();
        List<PdfPiece> pieces = new ArrayList<>();
        for (PdfRow row : region) {
            for (PdfPiece piece : row.pieces()) {
                pieces.add(piece);
                ink.add(new double[] {piece.left(), piece.right()});
            }
        }
        ink.sort(Comparator.comparingDouble(span -> span[0]));
        double size = region.get(0).size();
        List<Gap> corridors = new ArrayList<>();
        double reach = ink.get(0)[1];
        for (double[] span : ink) {
            if (span[0] - reach >= CORRIDOR * size) {
                corridors.add(new Gap(reach, span[0]));
            }
            reach = Math.max(reach, span[1]);
        }
        if (corridors.isEmpty() || corridors.size() > 5) {
            return List.of();
        }
        for (int i = 0; i <= corridors.size(); i++) {
            double from = i == 0 ? -Double.MAX_VALUE : corridors.get(i - 1).left();
            double to =
                    i == corridors.size() ? Double.MAX_VALUE : corridors.get(i).right();
            List<PdfPiece> column = pieces.stream()
                    .filter(piece -> piece.left() >= from && piece.right() <= to)
                    .toList();
            if (!isProse(column)) {
                return List.of();
            }
        }
        return corridors;
    }

    /** Whether lines fill their column and go on from one to the next, as those of prose do. */
    private static boolean isProse(List<PdfPiece> column) {
        if (column.size() < 3) {
            return false;
        }
        double left = column.stream().mapToDouble(PdfPiece::left).min().orElseThrow();
        double right = column.stream().mapToDouble(PdfPiece::right).max().orElseThrow();
        double letters = 0;
        double filled = 0;
        double goingOn = 0;
        for (PdfPiece line : column) {
            letters += line.text().length();
            filled += line.right() - left > 0.6 * (right - left) ? 1 : 0;
            goingOn += Character.isLowerCase(line.text().codePointAt(0)) ? 1 : 0;
        }
        int lines = column.size();
        return letters / lines >= LEAST_LETTERS
                && filled / lines >= 0.6
                && (goingOn / lines >= 0.25 || letters / lines >= 30 && goingOn / lines >= 0.1);
    }

    private static List<List<PdfRow>> columns(List<PdfRow> region, List<Gap> gutters) {
        List<List<PdfRow>> columns = new ArrayList<>();
        for (int i = 0; i <= gutters.size(); i++) {
            double from = i == 0 ? -Double.MAX_VALUE : gutters.get(i - 1).left();
            double to = i == gutters.size() ? Double.MAX_VALUE : gutters.get(i).right();
            List<PdfRow> column = new ArrayList<>();
            for (PdfRow row : region) {
                List<PdfPiece> inside = row.pieces().stream()
                        .filter(piece -> piece.left() >= from && piece.right() <= to)
                        .toList();
                if (!inside.isEmpty()) {
                    column.add(new PdfRow(inside));
                }
            }
            columns.add(column);
        }
        return columns;
    }

    /** How many rows of a region, from its first, are a table; 0 if that is none. */
    private static int tableLength(List<PdfRow> region) {
        int length = region.size();
        while (length > 0 && region.get(length - 1).pieces().size() == 1 && !isCellBelow(region.subList(0, length))) {
            length--;
        }
        List<PdfRow> rows = region.subList(0, length);
        long withCells = rows.stream().filter(row -> row.pieces().size() > 1).count();
        if (withCells < 2 || rows.get(0).pieces().size() < 2) {
            return 0;
        }
        double widest = rows.stream()
                .filter(row -> row.pieces().size() > 1)
                .mapToDouble(row ->
                        gapsOf(row).stream().mapToDouble(Gap::width).max().orElse(0) / row.size())
                .min()
                .orElse(0);
        return withCells >= 3 || widest >= WIDE_CORRIDOR ? length : 0;
    }

    /** Whether the last row is the rest of a cell that is not the first of its row. */
    private static boolean isCellBelow(List<PdfRow> rows) {
        if (rows.size() < 2) {
            return false;
        }
        PdfRow last = rows.get(rows.size() - 1);
        PdfRow before = rows.get(rows.size() - 2);
        return last.left() > before.pieces().get(0).right() && last.baseline() - before.baseline() < 1.5 * last.size();
    }

    private static PdfBlock tableOf(List<PdfRow> rows) {
        List<Gap> columns = tableColumns(rows);
        List<List<String>> cells = new ArrayList<>();
        List<PdfRow> starts = new ArrayList<>();
        double usualStep = usualStep(rows);
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = cellsOf(rows.get(i), columns);
            if (i > 0 && goesOn(rows.get(i - 1), rows.get(i), row, cells.get(cells.size() - 1), usualStep)) {
                addBelow(cells.get(cells.size() - 1), row);
            } else {
                cells.add(row);
                starts.add(rows.get(i));
            }
        }
        boolean hasHeader = hasHeader(cells, starts);
        // Where nothing names the columns an empty cell says nothing.
        return new PdfBlock.Table(
                cells.stream()
                        .map(row -> hasHeader
                                ? withoutEmptyEnd(row)
                                : row.stream().filter(cell -> !cell.isEmpty()).toList())
                        .toList(),
                hasHeader);
    }

    private static List<String> withoutEmptyEnd(List<String> cells) {
        int end = cells.size();
        while (end > 1 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(cells.subList(0, end));
    }

    /** The columns of a table, found over what the rows with the most cells have in common. */
    private static List<Gap> tableColumns(List<PdfRow> rows) {
        int most = rows.stream().mapToInt(row -> row.pieces().size()).max().orElse(1);
        List<Gap> columns = new ArrayList<>();
        List<PdfRow> byCells = new ArrayList<>(rows);
        byCells.sort(Comparator.comparingInt((PdfRow row) -> -row.pieces().size()));
        for (PdfPiece piece : byCells.get(0).pieces()) {
            columns.add(new Gap(piece.left(), piece.right()));
        }
        for (PdfRow row : byCells) {
            for (PdfPiece piece : row.pieces()) {
                List<Integer> over = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    if (piece.left() < columns.get(i).right()
                            && piece.right() > columns.get(i).left()) {
                        over.add(i);
                    }
                }
                if (over.size() == 1) {
                    Gap column = columns.get(over.get(0));
                    columns.set(
                            over.get(0),
                            new Gap(Math.min(column.left(), piece.left()), Math.max(column.right(), piece.right())));
                } else if (over.isEmpty() && row.pieces().size() > 1 && columns.size() < 2 * most) {
                    columns.add(new Gap(piece.left(), piece.right()));
                    columns.sort(Comparator.comparingDouble(Gap::left));
                }
            }
        }
        return columns;
    }

    private static List<String> cellsOf(PdfRow row, List<Gap> columns) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add("");
        }
        int next = 0;
        for (PdfPiece piece : row.pieces()) {
            int best = -1;
            double most = -Double.MAX_VALUE;
            for (int i = 0; i < columns.size(); i++) {
                Gap column = columns.get(i);
                double shared = Math.min(piece.right(), column.right()) - Math.max(piece.left(), column.left());
                if (shared > most) {
                    most = shared;
                    best = i;
                }
            }
            int at = Math.min(Math.max(best, next), columns.size() - 1);
            cells.set(at, cells.get(at).isEmpty() ? piece.text() : cells.get(at) + " " + piece.text());
            next = Math.min(at + 1, columns.size() - 1);
        }
        return cells;
    }

    private static double usualStep(List<PdfRow> rows) {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            steps.add(rows.get(i).baseline() - rows.get(i - 1).baseline());
        }
        steps.sort(Comparator.naturalOrder());
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1 - steps.size() / 4);
    }

    /** Whether a row holds only the rest of the cells of the row before. */
    private static boolean goesOn(PdfRow before, PdfRow row, List<String> cells, List<String> above, double usualStep) {
        double step = row.baseline() - before.baseline();
        if (step > 1.45 * row.size()
                || row.pieces().get(0).bold() != before.pieces().get(0).bold()) {
            return false;
        }
        boolean tight = step < 0.85 * usualStep;
        int filled = 0;
        boolean lowerCase = true;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            filled++;
            if (above.get(i).isEmpty() || FIGURE.matcher(cell).matches()) {
                return false;
            }
            lowerCase &= Character.isLowerCase(cell.codePointAt(0));
        }
        long filledAbove = above.stream().filter(cell -> !cell.isEmpty()).count();
        return filled < filledAbove
                && (tight || lowerCase)
                && (cells.get(0).isEmpty() || tight || lowerCase && filled == 1);
    }

    private static void addBelow(List<String> above, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                above.set(i, PdfProse.joinedCell(above.get(i), cells.get(i)));
            }
        }
    }

    /** Whether the first row names the columns: set in bold, or words above figures. */
    private static boolean hasHeader(List<List<String>> cells, List<PdfRow> rows) {
        if (cells.size() < 2) {
            return false;
        }
        List<String> first = cells.get(0);
        long named = first.stream().filter(cell -> !cell.isEmpty()).count();
        boolean allWords = first.stream()
                .allMatch(cell -> cell.isEmpty()
                        || YEAR.matcher(cell).matches()
                        || !FIGURE.matcher(cell).matches());
        if (named < 2 || !allWords || first.stream().anyMatch(cell -> cell.endsWith(":"))) {
            return false;
        }
        boolean bold = rows.get(0).pieces().stream().allMatch(PdfPiece::bold);
        long boldBelow = rows.stream()
                .skip(1)
                .filter(row -> row.pieces().stream().allMatch(PdfPiece::bold))
                .count();
        if (bold && 2 * boldBelow < rows.size() - 1) {
            return true;
        }
        for (int i = 0; i < first.size(); i++) {
            int column = i;
            long figures = cells.stream()
                    .skip(1)
                    .filter(row -> FIGURE.matcher(row.get(column)).matches())
                    .count();
            boolean words = !first.get(i).isEmpty() && first.get(i).codePoints().noneMatch(Character::isDigit);
            boolean years = YEAR.matcher(first.get(i)).matches()
                    && cells.stream().skip(1).noneMatch(row -> YEAR.matcher(row.get(column))
                            .matches());
            // Of two columns the first row may as well be a name and what it is.
            double share = first.size() == 2 ? 1 : 0.5;
            if ((words || years)
                    && figures > 0
                    && figures >= share * (cells.size() - 1)
                    && cells.size() >= (first.size() == 2 ? 4 : 2)) {
                return true;
            }
        }
        // Of three and more columns of words the first row names them, if no row has more cells.
        return named >= 3
                && cells.size() >= 3
                && named == first.size()
                && first.stream().noneMatch(cell -> cell.codePoints().anyMatch(Character::isDigit));
    }
}
