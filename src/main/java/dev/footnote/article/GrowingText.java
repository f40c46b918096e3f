package dev.footnote.article;

import dev.footnote.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text as it grows: paragraphs with a blank line between, pages where there are any. */
final class GrowingText {

    private final SourceFile file;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> pageStarts = new ArrayList<>();
    private long bytes;
    private int pendingPages;

    GrowingText(SourceFile file) {
        this.file = file;
    }

    /** The next paragraph; a blank one is left out. Returns where it stands, which is empty for a blank one. */
    Span add(String paragraph) throws UnreadableArticleException {
        int before = text.length();
        append(paragraph, "\n\n");
        int start = before == 0 || text.length() == before ? before : before + 2;
        return new Span(start, text.length());
    }

    /** More of the paragraph before, with what stands between. */
    void goOn(String words, String separator) throws UnreadableArticleException {
        append(words, separator);
    }

    /** What comes next stands on a new page. A page without text starts where the next text does. */
    void startPage() {
        pendingPages++;
    }

    private void append(String raw, String separator) throws UnreadableArticleException {
        String words = NormalisedText.of(raw).strip();
        if (words.isEmpty()) {
            return;
        }
        if (text.length() > 0) {
            text.append(separator);
        }
        endPending(text.length());
        text.append(words);
        bytes += words.getBytes(StandardCharsets.UTF_8).length + (long) separator.length();
        if (bytes > file.maxText() + 2) {
            throw file.tooLarge();
        }
    }

    private void endPending(int start) {
        for (; pendingPages > 0; pendingPages--) {
            pageStarts.add(start);
        }
    }

    /** How long the text is so far, in UTF-16 code units. */
    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    String text() {
        return text.toString();
    }

    /** Ascending; a page without text starts where the next one does, and is left out at the end. */
    List<Integer> pageStarts() {
        return List.copyOf(pageStarts);
    }
}
