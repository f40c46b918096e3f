package dev.footnote.article;

import java.util.List;

/**
 * What stands at one height of a page.
 *
 * @param pieces from left to right, at least one
 */
record PdfRow(List<PdfPiece> pieces) {

    PdfRow {
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("A row without anything in it");
        }
        pieces = List.copyOf(pieces);
    }

    double baseline() {
        return pieces.get(0).baseline();
    }

    double size() {
        return pieces.stream().mapToDouble(PdfPiece::size).max().orElseThrow();
    }

    double left() {
        return pieces.get(0).left();
    }

    double right() {
        return pieces.stream().mapToDouble(PdfPiece::right).max().orElseThrow();
    }

    /** Its pieces in one line, with blanks between. */
    PdfPiece joined() {
        return pieces.stream().reduce(PdfPiece::with).orElseThrow();
    }
}
