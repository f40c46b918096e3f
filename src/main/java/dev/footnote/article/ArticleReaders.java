package dev.footnote.article;

import dev.footnote.english.LanguageDetector;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a manuscript of a file: text, Markdown, HTML, PDF, Word (.docx), PowerPoint (.pptx), EPUB or a table
 * (.csv, .tsv). What the file is, its content decides, and its name only where the content leaves it open. Safe for use by several threads.
 */
@Singleton
public class ArticleReaders {

    private static final String NOT_ENGLISH =
            "This text does not seem to be English. Footnote reads English only, so answers may be wrong.";

    private final ArticleConfig config;

    public ArticleReaders(ArticleConfig config) {
        this.config = config;
    }

    /**
     * Reads a file. The time it takes grows in proportion to the file's size.
     *
     * @param fileName its name; the extension matters, folders do not
     * @param content its bytes; not changed
     * @return the text with {@code \n} as its only line end, without byte order mark, NUL and unpaired surrogates
     * @throws UnreadableArticleException whatever is wrong with the file; nothing else is thrown for bad content
     */
    public Manuscript read(String fileName, byte[] content) throws UnreadableArticleException {
        SourceFile file = new SourceFile(fileName, content, config.maxText().asLongValue());
        if (content.length == 0) {
            throw file.unreadable("is empty. Give a file that has text in it.");
        }
        try {
            return finish(file, Format.of(file).reader().read(file));
        } catch (RuntimeException | StackOverflowError e) {
            throw file.unreadable(
                    "is damaged and cannot be read. Open it in the program that made it, save it again "
                            + "and try once more.",
                    e);
        } catch (OutOfMemoryError e) {
            // What was allocated for it is free again by now.
            throw file.unreadable(
                    "needs more memory to be read than Footnote has. Split it into several files, or give Java more"
                            + " memory with -Xmx.",
                    e);
        }
    }

    private static Manuscript finish(SourceFile file, Draft draft) throws UnreadableArticleException {
        String text = NormalisedText.of(draft.text());
        if (NormalisedText.isBlank(text)) {
            throw file.unreadable("has no text in it, only blank space. Give a file that has text in it.");
        }
        if (text.length() > file.maxText() || text.getBytes(StandardCharsets.UTF_8).length > file.maxText()) {
            throw file.tooLarge();
        }
        List<String> warnings = new ArrayList<>(draft.warnings());
        Outline outline = Outline.of(text, draft.outline());
        if (isForeign(text, outline)) {
            warnings.add(NOT_ENGLISH);
        }
        String title = Titles.choose(
                draft.heading(), draft.ownTitle(), draft.lead() == null ? text : draft.lead(), file.name());
        return new Manuscript(title, text, draft.mediaType(), draft.metadata(), draft.pageStarts(), warnings, outline);
    }

    /**
     * Tables are names and figures, without the small words by which English is known: of a text that is mostly tables, what
     * names their columns and stands around them counts.
     */
    private static boolean isForeign(String text, Outline outline) {
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (Outline.Entry entry : outline.entries()) {
            if (entry.role() == Outline.Role.ROW) {
                words.append(text, from, entry.span().start());
                from = entry.span().end();
            }
        }
        words.append(text, from, text.length());
        return !LanguageDetector.isEnglish(words.length() < text.length() / 2 ? words.toString() : text);
    }
}
