package dev.footnote.article;

/**
 * A glyph where a page shows it, seen along the direction in which it is read.
 *
 * @param text what it stands for: mostly one letter, a ligature several
 * @param left where it begins, in points along the line
 * @param right where it ends
 * @param baseline how far down the foot of its line stands, in points
 * @param size of its type, in points
 * @param blank how wide a blank of its type is, in points; 0 where that is not known
 * @param bold whether its type is bold
 * @param light whether it is drawn so light that it only shimmers through
 */
record PdfGlyph(
        String text,
        double left,
        double right,
        double baseline,
        double size,
        double blank,
        boolean bold,
        boolean light) {

    boolean isBlank() {
        // A soft hyphen is drawn, if it is in a file at all.
        return text.indexOf('\u00AD') < 0 && NormalisedText.isBlank(text);
    }

    double width() {
        return right - left;
    }
}
