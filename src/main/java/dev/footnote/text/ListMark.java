package dev.footnote.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before an item of a list that is written as plain text: a dash, a bullet or a number, and a blank. */
public final class ListMark {

    private static final Pattern MARK = Pattern.compile("(?:[-*+•·]|\\d{1,3}[.)])\\s+");

    private ListMark() {}

    /** How long the mark before an item is, with the blanks behind it, in UTF-16 code units; 0 for a text that is no item. */
    public static int lengthIn(CharSequence text) {
        Matcher mark = MARK.matcher(text);
        return mark.lookingAt() ? mark.end() : 0;
    }
}
