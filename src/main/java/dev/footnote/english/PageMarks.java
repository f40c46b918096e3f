package dev.footnote.english;

import java.util.regex.Pattern;

/**
 * Recognises lines at the edge of a page that belong to the copy, not to the article: page numbers, and where the
 * copy comes from.
 */
public final class PageMarks {

    private static final Pattern NUMBER = Pattern.compile(
            "(?i)[\\[(|–—-]?\\s?(?:page|pg\\.?|p\\.)?\\s?(?:\\d{1,4}|[ivxl]{1,6})(?:\\s?(?:of|/)\\s?\\d{1,4})?\\s?[\\])|–—-]?");

    private static final Pattern NAMED_NUMBER =
            Pattern.compile("(?i).{0,3}(?:page|pg\\.?)\\s?\\d{1,4}(?:\\s?(?:of|/)\\s?\\d{1,4})?.{0,3}");

    private static final Pattern ORIGIN = Pattern.compile(
            "(?i)(?:this (?:copy|content|document|article) (?:was|is) )?(?:downloaded|retrieved|printed|accessed|licensed)"
                    + "\\b.{0,200}?\\b(?:from|by|on|to|at|for)\\b.{0,300}");

    private PageMarks() {}

    /** Whether a line is nothing but the number of a page, such as "3", "- iv -" or "Page 3 of 9". */
    public static boolean isPageNumber(String line) {
        return NUMBER.matcher(line.strip()).matches();
    }

    /** Whether a line says that it is the number of a page, such as "Page 3 of 9". */
    public static boolean saysPageNumber(String line) {
        return NAMED_NUMBER.matcher(line.strip()).matches();
    }

    /** Whether a line tells where, when or by whom the copy was made, such as "Downloaded from …". */
    public static boolean isOrigin(String line) {
        return ORIGIN.matcher(line.strip()).matches()
                && line.codePoints().anyMatch(c -> Character.isDigit(c) || c == '/' || c == '@');
    }
}
