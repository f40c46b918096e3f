package dev.footnote.article;

import org.jspecify.annotations.Nullable;

/**
 * A file that is to become an article.
 *
 * @param fileName its name, for its format, its id and its messages
 * @param content its bytes; not copied, do not change them
 * @param title what to call the article; null means as the file says
 * @param source the address it was fetched from; null means as the file says
 */
@SuppressWarnings("ArrayRecordComponent") // a value on its way through, never compared
public record Submission(String fileName, byte[] content, @Nullable String title, @Nullable String source) {

    /** Of a file that came by itself. */
    public Submission(String fileName, byte[] content, @Nullable String title) {
        this(fileName, content, title, null);
    }
}
