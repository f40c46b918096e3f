package dev.footnote.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of a file: an article that has no place in the library yet.
 *
 * @param title the first heading, else the file's own metadata, else its first sentence, shortened; never blank
 * @param text as {@link Article#text()}
 * @param mediaType what the file turned out to be
 * @param metadata what the file says of its origin
 * @param pageStarts as {@link Article#pageStarts()}
 * @param warnings sentences a reader should see beside the article
 * @param outline what its paragraphs are
 */
public record Manuscript(
        String title,
        String text,
        String mediaType,
        Metadata metadata,
        List<Integer> pageStarts,
        List<String> warnings,
        Outline outline) {

    /** With the outline that the text itself shows. */
    public Manuscript(
            String title,
            String text,
            String mediaType,
            Metadata metadata,
            List<Integer> pageStarts,
            List<String> warnings) {
        this(title, text, mediaType, metadata, pageStarts, warnings, Outline.of(text, List.of()));
    }

    /** The same, from an address that is known; null leaves what the file says. */
    public Manuscript from(@Nullable String source) {
        return source == null
                ? this
                : new Manuscript(
                        title,
                        text,
                        mediaType,
                        new Metadata(metadata.author(), metadata.date(), source),
                        pageStarts,
                        warnings,
                        outline);
    }

    public Manuscript {
        if (title.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A manuscript needs a title and a text");
        }
        pageStarts = List.copyOf(pageStarts);
        warnings = List.copyOf(warnings);
    }
}
