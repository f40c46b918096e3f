package dev.footnote.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What the file itself says of an article's origin; it is all that is known of "who wrote this?".
 *
 * @param author who the file says wrote it
 * @param date when the file says it was written, as the file writes it
 * @param source where the file says it comes from, an address as a rule
 */
public record Metadata(@Nullable String author, @Nullable String date, @Nullable String source) {

    /** The metadata of a file that says nothing of its origin. */
    public static final Metadata NONE = new Metadata(null, null, null);

    /**
     * Without what cannot be true: a placeholder or an address instead of an author, an impossible date, a source that
     * leads nowhere. What is left is what the file says, and nobody has checked it.
     *
     * @param read when the file was read; nothing is written later than that
     */
    public Metadata credible(Instant read) {
        // A day may have begun elsewhere.
        LocalDate latest = read.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return new Metadata(
                CredibleOrigin.author(author), CredibleOrigin.date(date, latest), CredibleOrigin.source(source));
    }
}
