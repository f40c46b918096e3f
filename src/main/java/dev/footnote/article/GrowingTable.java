package dev.footnote.article;

import dev.footnote.text.Span;
import java.util.List;

/**
 * A table of an Office document as it grows: each row a paragraph of the text, and an entry of the outline. Such a table seldom
 * says which row names the columns: it is the first, unless there is no other.
 */
final class GrowingTable {

    private final GrowingText text;
    private final List<Outline.Entry> entries;
    private final int first;

    /** @param entries what is known of the text's structure so far, to which the rows are added */
    GrowingTable(GrowingText text, List<Outline.Entry> entries) {
        this.text = text;
        this.entries = entries;
        this.first = entries.size();
    }

    /** The next row; one that is blank is left out, and one of a single cell is a paragraph. */
    void addRow(List<String> cells) throws UnreadableArticleException {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        Span place = text.add(String.join(Outline.BETWEEN_CELLS, cells));
        if (cells.size() > 1) {
            entries.add(new Outline.Entry(Outline.Role.ROW, place, 1, place.end()));
        }
    }

    /** All rows are there. */
    void end() {
        if (entries.size() - first > 1) {
            int end = entries.get(entries.size() - 1).span().end();
            entries.set(first, entries.get(first).namingColumnsTo(end));
        }
    }
}
