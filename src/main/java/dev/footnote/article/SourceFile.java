package dev.footnote.article;

import dev.footnote.article.UnreadableArticleException.UnreadableReason;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file on its way through a reader, and the sentences that refuse it.
 *
 * @param name its name, as it came
 * @param content its bytes
 * @param maxText the most text it may hold, in bytes of UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SourceFile(String name, byte[] content, long maxText) {

    private static final Pattern EXTENSION = Pattern.compile("\\.(\\p{Alpha}\\p{Alnum}{0,9})$");

    /** In lower case, without the dot; empty where the name has none. */
    String extension() {
        Matcher matcher = EXTENSION.matcher(name.strip());
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The name in quotation marks, fit for a message of one line. */
    String quoted() {
        return '"' + name.replaceAll("[\\p{Cntrl}\"]", "?") + '"';
    }

    /** Whether the file starts with these bytes, each given as a character below 256. */
    boolean startsWith(String magic) {
        if (content.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((content[i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    UnreadableArticleException unsupported(String problemAndRemedy) {
        return new UnreadableArticleException(UnreadableReason.UNSUPPORTED_TYPE, quoted() + " " + problemAndRemedy);
    }

    UnreadableArticleException unreadable(String problemAndRemedy) {
        return new UnreadableArticleException(UnreadableReason.UNREADABLE, quoted() + " " + problemAndRemedy);
    }

    UnreadableArticleException unreadable(String problemAndRemedy, Throwable cause) {
        return new UnreadableArticleException(UnreadableReason.UNREADABLE, quoted() + " " + problemAndRemedy, cause);
    }

    UnreadableArticleException tooLarge() {
        return new UnreadableArticleException(
                UnreadableReason.TOO_LARGE,
                quoted() + " has more than " + size(maxText) + " of text, the limit for one article. "
                        + "Split it into several files or raise footnote.article.max-text.");
    }

    /** A number of bytes in words, such as {@code 5 MB}. */
    static String size(long bytes) {
        if (bytes >= 1_000_000 && bytes % 1_000_000 == 0) {
            return bytes / 1_000_000 + " MB";
        }
        if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MB";
        }
        return bytes >= 1 << 10 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " kB" : bytes + " bytes";
    }
}
