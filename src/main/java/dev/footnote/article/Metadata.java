package dev.footnote.article;

import org.jspecify.annotations.Nullable;

/**
 * What the file itself says of an article's origin; it is all that is known of "who wrote this?".
 *
 * @param author who the file says wrote it
 * @param date when the file says it was written, as the file writes it
 * @param source where the file says it comes from, an address as a rule
 */
public record Metadata(@Nullable String author, @Nullable String date, @Nullable String source) {

    /** A file that says nothing of itself. */
    public static final Metadata NONE = new Metadata(null, null, null);
}
