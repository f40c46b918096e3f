package dev.footnote.article;

import java.util.List;

/**
 * The glyphs that a reader sees on a page.
 *
 * @param glyphs those that run in the direction of most of them, in the order in which they are drawn
 * @param angled for every other direction those that run in it, seen along that direction
 * @param recognised whether they come from text recognition that was laid over a scan
 * @param lost how many glyphs are drawn of which the file does not tell what they stand for
 * @param pictured whether a picture fills most of it
 */
record PdfPage(List<PdfGlyph> glyphs, List<Angled> angled, boolean recognised, int lost, boolean pictured) {

    /** A page of which nothing is known. */
    static final PdfPage EMPTY = new PdfPage(List.of(), List.of(), false, 0, false);

    /**
     * Text that runs in another direction.
     *
     * @param glyphs seen along that direction
     * @param oblique whether it is neither upright nor at a right angle
     * @param beside whether it stands wholly left or right of all other text
     */
    record Angled(List<PdfGlyph> glyphs, boolean oblique, boolean beside) {}

    boolean isEmpty() {
        return glyphs.isEmpty() && angled.isEmpty();
    }
}
