package dev.footnote.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one format's reader found, before what all formats share: normalisation, limit, title, language.
 *
 * @param text not normalised yet, perhaps blank
 * @param mediaType what the file turned out to be
 * @param heading its first heading
 * @param ownTitle what its metadata calls it
 * @param lead how it begins, as prose, where that is not how {@code text} begins: markup taken off
 * @param metadata what it says of its origin
 * @param pageStarts as {@link Article#pageStarts()}; where there are any, the text is without {@code \r}
 * @param warnings sentences a reader should see
 * @param outline what its paragraphs are, where the file has that; the reach of headings is not known yet. Where there is
 *     any, the text is normalised
 */
record Draft(
        String text,
        String mediaType,
        @Nullable String heading,
        @Nullable String ownTitle,
        @Nullable String lead,
        Metadata metadata,
        List<Integer> pageStarts,
        List<String> warnings,
        List<Outline.Entry> outline) {

    /** Of a file that has nothing about its structure. */
    Draft(
            String text,
            String mediaType,
            @Nullable String heading,
            @Nullable String ownTitle,
            @Nullable String lead,
            Metadata metadata,
            List<Integer> pageStarts,
            List<String> warnings) {
        this(text, mediaType, heading, ownTitle, lead, metadata, pageStarts, warnings, List.of());
    }
}
