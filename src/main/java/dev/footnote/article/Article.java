package dev.footnote.article;

import dev.footnote.text.Span;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A text that can be asked. {@link #text()} is the single source of offsets: every {@link Span} of the application
 * counts UTF-16 code units of exactly this string.
 *
 * @param id a slug, unique in the library
 * @param title what the page shows above the text; never blank
 * @param text newline-normalised, without NUL and unpaired surrogates; never blank
 * @param mediaType of the file it came from, such as {@code text/plain}
 * @param metadata what the file says of its origin
 * @param pageStarts the offset at which each page starts, ascending, the first 0; empty where there are no pages
 * @param addedAt when this revision came into the library
 * @param fileName the name of the file it came from
 * @param seed whether that file lies in {@code seeds/}, so that the watcher looks after it
 * @param warnings sentences a reader should see beside the article
 * @param revision the first 8 hex digits of the text's SHA-256
 * @param outline what its paragraphs are: headings, items, rows
 */
public record Article(
        String id,
        String title,
        String text,
        String mediaType,
        Metadata metadata,
        List<Integer> pageStarts,
        Instant addedAt,
        String fileName,
        boolean seed,
        List<String> warnings,
        String revision,
        Outline outline) {

    /** With the outline that the text itself shows. */
    public Article(
            String id,
            String title,
            String text,
            String mediaType,
            Metadata metadata,
            List<Integer> pageStarts,
            Instant addedAt,
            String fileName,
            boolean seed,
            List<String> warnings,
            String revision) {
        this(
                id,
                title,
                text,
                mediaType,
                metadata,
                pageStarts,
                addedAt,
                fileName,
                seed,
                warnings,
                revision,
                Outline.of(text, List.of()));
    }

    public Article {
        if (id.isBlank() || title.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("An article needs an id, a title and a text");
        }
        pageStarts = List.copyOf(pageStarts);
        warnings = List.copyOf(warnings);
    }

    /** An article whose revision is computed from its text. */
    public static Article of(
            String id, Manuscript manuscript, @Nullable String title, Instant addedAt, String fileName, boolean seed) {
        return new Article(
                id,
                title == null || title.isBlank() ? manuscript.title() : title.strip(),
                manuscript.text(),
                manuscript.mediaType(),
                manuscript.metadata().credible(addedAt),
                manuscript.pageStarts(),
                addedAt,
                fileName,
                seed,
                manuscript.warnings(),
                revisionOf(manuscript.text()),
                manuscript.outline());
    }

    /** The outline that a text shows of itself, where its file has none. */
    public static Outline outlineOf(String text) {
        return Outline.of(text, List.of());
    }

    /** The same article, its warnings and whether it is a seed apart. */
    public Article as(List<String> otherWarnings, boolean isSeed) {
        return new Article(
                id,
                title,
                text,
                mediaType,
                metadata,
                pageStarts,
                addedAt,
                fileName,
                isSeed,
                otherWarnings,
                revision,
                outline);
    }

    /** The first 8 hex digits of the text's SHA-256, over its UTF-8 bytes. */
    public static String revisionOf(String text) {
        return DigestUtils.sha256Hex(text).substring(0, 8);
    }

    /** The page that holds an offset, counted from 1, or null where the article has no pages. */
    public @Nullable Integer pageAt(int offset) {
        int page = 0;
        while (page < pageStarts.size() && pageStarts.get(page) <= offset) {
            page++;
        }
        return page == 0 ? null : page;
    }
}
