package dev.footnote.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether the first row of a table names its columns, where no file says so. */
final class ColumnNames {

    private static final int SAMPLE_ROWS = 100;

    private static final Pattern NUMBER =
            Pattern.compile("[-+−(]?\\s?\\p{Sc}?\\s?\\d[\\d.,:/\\s'’-]*(?:[eE][-+]?\\d+)?\\s?(?:%|\\p{Sc})?\\)?");

    /** Years name columns as often as words do. */
    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");

    private ColumnNames() {}

    /**
     * Whether the first row names the columns. It does unless it looks more like the rows below than unlike them: a figure
     * over figures, or the same cell twice.
     */
    static boolean areIn(List<List<String>> rows) {
        if (rows.size() < 2) {
            return false;
        }
        int votes = 0;
        List<String> first = rows.get(0);
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < first.size(); column++) {
            String cell = first.get(column);
            if (cell.isEmpty() || YEAR.matcher(cell).matches()) {
                continue;
            }
            boolean isNumber = NUMBER.matcher(cell).matches();
            if (areNumbers(rows, column)) {
                votes += isNumber ? -1 : 1;
            } else if (isNumber) {
                votes--;
            }
            votes -= seen.add(cell) ? 0 : 1;
        }
        return votes >= 0;
    }

    /** Whether most of what stands below the first cell of a column is figures. */
    private static boolean areNumbers(List<List<String>> rows, int column) {
        int numbers = 0;
        int others = 0;
        for (List<String> row : rows.subList(1, Math.min(rows.size(), SAMPLE_ROWS))) {
            String cell = cell(row, column);
            if (cell != null && !cell.isEmpty()) {
                if (NUMBER.matcher(cell).matches()) {
                    numbers++;
                } else {
                    others++;
                }
            }
        }
        return numbers > others;
    }

    private static @Nullable String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : null;
    }
}
