package dev.footnote.article;

/**
 * Words that stand side by side on a line, up to the next wide gap.
 *
 * @param text its words
 * @param left where it begins, in points along the line
 * @param right where it ends
 * @param baseline how far down the foot of its line stands, in points
 * @param size of most of its type, in points
 * @param bold whether most of it is bold
 * @param light whether most of it is drawn so light that it only shimmers through
 * @param marked whether it begins with a raised mark, as notes do
 */
record PdfPiece(
        String text,
        double left,
        double right,
        double baseline,
        double size,
        boolean bold,
        boolean light,
        boolean marked) {

    double width() {
        return right - left;
    }

    /** Both side by side as one, the words of the other with a blank between. */
    PdfPiece with(PdfPiece other) {
        PdfPiece longer = text.length() >= other.text.length() ? this : other;
        return new PdfPiece(
                text + " " + other.text,
                Math.min(left, other.left),
                Math.max(right, other.right),
                longer.baseline,
                longer.size,
                longer.bold,
                longer.light,
                marked);
    }
}
