package dev.footnote.web;

import dev.footnote.article.Article;
import dev.footnote.article.Outline;
import dev.footnote.text.Paragraphs;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph as the page sets it. The texts of its pieces concatenate to the article's own text from {@code start}, so that the
 * page can place a mark by counting.
 *
 * @param number from 1, as {@link dev.footnote.answer.Citation#paragraph()} counts
 * @param start where it begins in the article, in UTF-16 code units
 * @param page the page that begins with it or in it; null on all others
 * @param pieces its text, cut where a mark begins or ends
 * @param style the class it is set in: {@code heading}, {@code term}, {@code description}, {@code item}, {@code header-row},
 *     {@code row}, {@code code}, {@code title} for one that repeats the article's title; empty for prose
 * @param level how deep a heading or an item stands, from 1
 */
record Paragraph(int number, int start, @Nullable Integer page, List<ParagraphPiece> pieces, String style, int level) {

    Paragraph {
        pieces = List.copyOf(pieces);
    }

    /**
     * Some of its text.
     *
     * @param text as in the article
     * @param marked whether the link points at it
     * @param first whether the mark begins here
     */
    record ParagraphPiece(String text, boolean marked, boolean first) {}

    /** The paragraphs of an article, with the place lit up if there is one. */
    static List<Paragraph> of(Article article, @Nullable Span lit) {
        String text = article.text();
        List<Paragraph> paragraphs = new ArrayList<>();
        Integer lastPage = null;
        boolean isLit = false;
        for (Span span : Paragraphs.of(text)) {
            List<ParagraphPiece> pieces = piecesOf(text, span, lit, isLit);
            isLit |= pieces.stream().anyMatch(ParagraphPiece::marked);
            Integer page = article.pageAt(span.start());
            boolean turns = page != null && !page.equals(lastPage);
            lastPage = page;
            Outline.Entry entry = article.outline().at(span.start()).orElse(null);
            paragraphs.add(new Paragraph(
                    paragraphs.size() + 1,
                    span.start(),
                    turns ? page : null,
                    pieces,
                    styleOf(article, span, entry, paragraphs.isEmpty()),
                    entry == null ? 1 : entry.level()));
        }
        return List.copyOf(paragraphs);
    }

    private static String styleOf(Article article, Span span, Outline.@Nullable Entry entry, boolean isFirst) {
        if (entry == null) {
            return "";
        }
        if (isFirst && span.of(article.text()).equals(article.title())) {
            return "title";
        }
        return entry.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The level that a heading has for those who cannot see the page, below the article's own title. */
    public int ariaLevel() {
        return Math.min(6, level + 2);
    }

    /** Whether it is a heading. */
    public boolean isHeading() {
        return style.equals("heading");
    }

    private static List<ParagraphPiece> piecesOf(String text, Span span, @Nullable Span lit, boolean alreadyLit) {
        if (lit == null || !lit.overlaps(span)) {
            return List.of(new ParagraphPiece(span.of(text), false, false));
        }
        int from = Math.max(lit.start(), span.start());
        int to = Math.min(lit.end(), span.end());
        List<ParagraphPiece> pieces = new ArrayList<>();
        if (from > span.start()) {
            pieces.add(new ParagraphPiece(text.substring(span.start(), from), false, false));
        }
        pieces.add(new ParagraphPiece(text.substring(from, to), true, !alreadyLit));
        if (to < span.end()) {
            pieces.add(new ParagraphPiece(text.substring(to, span.end()), false, false));
        }
        return pieces;
    }
}
