package dev.footnote.article;

import java.util.List;

/** A part of a page, in the order in which a person reads them. */
sealed interface PdfBlock {

    /**
     * Lines of prose and headings; where one stands higher than the line before it, a new column begins.
     *
     * @param lines in the order in which they are read
     */
    record Prose(List<PdfPiece> lines) implements PdfBlock {}

    /**
     * Rows of cells.
     *
     * @param rows the cells of each row, at least one; an empty text for an empty cell
     * @param hasHeader whether the first row names the columns
     */
    record Table(List<List<String>> rows, boolean hasHeader) implements PdfBlock {}

    /**
     * Text that runs at an angle to all other; no part of what is read around it.
     *
     * @param lines one after another
     */
    record Aside(List<String> lines) implements PdfBlock {

        static Aside of(List<PdfRow> rows) {
            return new Aside(rows.stream().map(row -> row.joined().text()).toList());
        }
    }
}
