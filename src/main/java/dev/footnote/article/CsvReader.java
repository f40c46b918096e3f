package dev.footnote.article;

import dev.footnote.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads tables that are kept as text (.csv, .tsv): each row one paragraph, its cells apart as in the tables of other
 * formats. What parts the cells is found out, and so is whether the first row names the columns.
 */
final class CsvReader implements ArticleReader {

    /** What may part cells. In doubt the earlier is meant: commas stand within figures and words, the others hardly ever do. */
    private static final List<Character> SEPARATORS = List.of('\t', ';', '|', ',');

    /** How much of a table is looked at to find out what parts its cells, in UTF-16 code units and in rows. */
    private static final int SAMPLE = 1 << 16;

    private static final int SAMPLE_ROWS = 100;

    /** Excel's own way to say what parts the cells. */
    private static final Pattern SAID = Pattern.compile("\\A\\s*\"?sep=([^\\n\"])\"?[ \\t]*\\n");

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        TextDecoder.Decoded decoded = TextReader.decode(file);
        String text = NormalisedText.of(decoded.text());
        boolean byTabs = !file.extension().equals("csv");
        var said = SAID.matcher(text);
        boolean isSaid = said.lookingAt();
        char separator = isSaid ? said.group(1).charAt(0) : byTabs ? '\t' : separatorOf(text);
        List<String> warnings = new ArrayList<>(decoded.warnings());
        List<List<String>> rows = rows(isSaid ? text.substring(said.end()) : text, separator, warnings);
        int table = tableStart(rows);
        boolean names = ColumnNames.areIn(rows.subList(table, rows.size()));
        GrowingText paragraphs = new GrowingText(file);
        String heading = null;
        for (List<String> before : rows.subList(0, table)) {
            paragraphs.add(before.get(0));
            heading = heading == null ? before.get(0) : heading;
        }
        List<Outline.Entry> entries = new ArrayList<>();
        for (List<String> row : rows.subList(table, rows.size())) {
            Span place = paragraphs.add(String.join(Outline.BETWEEN_CELLS, row));
            if (place.length() > 0) {
                // A single column is a list.
                entries.add(new Outline.Entry(
                        row.size() > 1 ? Outline.Role.ROW : Outline.Role.ITEM, place, 1, place.end()));
            }
        }
        if (names && entries.size() > 1 && entries.get(0).role() == Outline.Role.ROW) {
            int end = entries.get(entries.size() - 1).span().end();
            entries.set(0, entries.get(0).namingColumnsTo(end));
        }
        return new Draft(
                paragraphs.text(),
                byTabs ? "text/tab-separated-values" : "text/csv",
                heading,
                null,
                // Its first row is no sentence: the file's name says more.
                "",
                Metadata.NONE,
                List.of(),
                warnings,
                entries);
    }

    /** The rows in which anything stands. */
    private static List<List<String>> rows(String text, char separator, List<String> warnings) {
        try {
            return parsed(text, separator, true, Long.MAX_VALUE);
        } catch (IOException e) {
            warnings.add("A quotation mark of this table is not closed, so these marks are shown as they are.");
            try {
                return parsed(text, separator, false, Long.MAX_VALUE);
            } catch (IOException again) {
                throw new UncheckedIOException(again);
            }
        }
    }

    private static List<List<String>> parsed(String text, char separator, boolean quoted, long most)
            throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setQuote(quoted ? '"' : null)
                .setTrailingData(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord each : parser) {
                List<String> row = each.stream().map(CsvReader::oneLine).toList();
                if (!NormalisedText.isBlank(String.join("", row))) {
                    rows.add(row);
                }
                if (rows.size() >= most) {
                    break;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows;
    }

    private static String oneLine(String cell) {
        return cell.isEmpty() ? cell : cell.strip().replaceAll("\\s+", " ");
    }

    /** What parts the rows into the most even number of cells. */
    private static char separatorOf(String text) {
        String sample = text.length() <= SAMPLE ? text : text.substring(0, text.lastIndexOf('\n', SAMPLE) + 1);
        char best = ',';
        double bestShare = 0;
        for (char separator : SEPARATORS) {
            double share = evenness(sample.isEmpty() ? text.substring(0, SAMPLE) : sample, separator);
            if (share > bestShare) {
                best = separator;
                bestShare = share;
            }
        }
        return best;
    }

    /** The share of rows that have the commonest number of cells, if that is more than one. */
    private static double evenness(String sample, char separator) {
        List<List<String>> rows;
        try {
            rows = parsed(sample, separator, true, SAMPLE_ROWS);
        } catch (IOException e) {
            // A quotation may be cut off with the sample.
            try {
                rows = parsed(sample, separator, false, SAMPLE_ROWS);
            } catch (IOException again) {
                return 0;
            }
        }
        int width = width(rows);
        return width < 2 ? 0 : rows.stream().filter(row -> row.size() == width).count() / (double) rows.size();
    }

    /** The commonest number of cells, the larger of two. */
    private static int width(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** How many rows stand above the table with nothing but a first cell: its title, as programs export it. */
    private static int tableStart(List<List<String>> rows) {
        int start = 0;
        if (width(rows) > 1) {
            while (start < rows.size()
                    && rows.get(start).stream().skip(1).allMatch(String::isEmpty)
                    && !rows.get(start).get(0).isEmpty()) {
                start++;
            }
        }
        return start == rows.size() ? 0 : start;
    }
}
