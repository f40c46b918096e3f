package dev.footnote.web;

import dev.footnote.article.Article;
import dev.footnote.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a link such as {@code /articles/un-vote?cite=173-386&v=1f2e3d4c} points at. */
sealed interface CitedPlace {

    /** The link names no place. */
    record Whole() implements CitedPlace {}

    /** The link names this place, and the text is the one it was made for. */
    record CitedSpan(Span span) implements CitedPlace {}

    /**
     * The link names a place that cannot be trusted, so nothing is marked: to light up a wrong sentence is worse than to light up
     * none.
     *
     * @param why what the reader sees
     */
    record Lost(String why) implements CitedPlace {}

    /** Two numbers of at most nine digits each, so that both fit an {@code int}. */
    Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    /**
     * Reads a link.
     *
     * @param cite {@code start-end} in UTF-16 code units, end exclusive, as the link has it
     * @param revision of the article when the link was made, as the link has it; null trusts the place
     */
    static CitedPlace of(Article article, @Nullable String cite, @Nullable String revision) {
        if (cite == null || cite.isEmpty()) {
            return new Whole();
        }
        Matcher place = PLACE.matcher(cite);
        if (!place.matches()) {
            return new Lost("This link does not say which sentence it means, so nothing is marked.");
        }
        if (revision != null && !revision.isEmpty() && !revision.equals(article.revision())) {
            return new Lost("This article has changed since the link was made, so nothing is marked.");
        }
        int start = Integer.parseInt(place.group(1));
        int end = Integer.parseInt(place.group(2));
        String text = article.text();
        if (start >= end || end > text.length() || Span.cutsCharacter(text, start) || Span.cutsCharacter(text, end)) {
            return new Lost("This link points to a place that the article does not have, so nothing is marked.");
        }
        Span span = new Span(start, end);
        return span.of(text).isBlank()
                ? new Lost("This link points between two paragraphs, so nothing is marked.")
                : new CitedSpan(span);
    }
}
