package dev.footnote.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads plain text, which is kept as it is. */
final class TextReader implements ArticleReader {

    /** A first line that stands alone, is short and does not end as a sentence does. */
    private static final Pattern HEADING =
            Pattern.compile("\\A\\s*+(\\S[^\\n]{0,99})(?<![.!?:;,\"”’')])[ \\t]*\\n[ \\t]*\\n\\s*\\S");

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        TextDecoder.Decoded decoded = decode(file);
        String beginning = NormalisedText.of(
                decoded.text().substring(0, Math.min(decoded.text().length(), 2_000)));
        return new Draft(
                decoded.text(),
                "text/plain",
                headingOf(beginning),
                null,
                null,
                Metadata.NONE,
                List.of(),
                decoded.warnings());
    }

    /** Decodes a file that is nothing but its text. */
    static TextDecoder.Decoded decode(SourceFile file) throws UnreadableArticleException {
        // No encoding needs more than four bytes where UTF-8 needs one.
        if (file.content().length / 4 > file.maxText()) {
            throw file.tooLarge();
        }
        return TextDecoder.decode(file, null);
    }

    private static @Nullable String headingOf(String beginning) {
        Matcher matcher = HEADING.matcher(beginning);
        return matcher.find() ? matcher.group(1) : null;
    }
}
