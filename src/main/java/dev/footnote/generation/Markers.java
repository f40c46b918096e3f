package dev.footnote.generation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The footnote markers that models write: {@code [1]}, {@code [1, 2]}, {@code [1-3]}, {@code 【1】}, {@code [^1]},
 * {@code \[1\]}, and some with a word before the number.
 */
final class Markers {

    /** A number, and a range's end. A longer number is a year or an amount. */
    private static final String NUMBERS = "\\d{1,3}(?:\\s*[-–—]\\s*\\d{1,3})?";

    private static final Pattern MARKER = Pattern.compile(
            "\\\\?[\\[【［]\\s*\\^?(?:(?:sentences?|sources?|refs?|nos?\\.?)\\s*)?("
                    + NUMBERS + "(?:\\s*(?:[,;&]|and)\\s*\\^?" + NUMBERS + ")*)(?:†[^\\]】］\\n]{0,40})?\\s*\\\\?[\\]】］]"
                    // A link to nowhere that some models hang on it.
                    + "(?:\\((?:#|https?:)[^)\\s]*\\))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER_OR_RANGE = Pattern.compile("(\\d{1,3})(?:\\s*[-–—]\\s*(\\d{1,3}))?");

    /** The beginning of what may become one, at the end of a text that goes on. */
    private static final Pattern BEGUN =
            Pattern.compile("\\\\?[\\[【［][^\\]】］\\n]{0,60}$|[\\]】］]\\([^)\\s]{0,200}$|\\\\$");

    private static final Pattern JOINS = Pattern.compile("[ \\t]{0,20}[,;&][ \\t]*(?:and)?|[ \\t]{1,20}and");

    private Markers() {}

    /**
     * A marker in a text.
     *
     * @param start where it begins, with the blanks before it, in UTF-16 code units
     * @param end where it ends, exclusive
     * @param numbers what it names, in its order
     */
    record Marker(int start, int end, List<Integer> numbers) {}

    static List<Marker> in(String text) {
        List<Marker> markers = new ArrayList<>();
        for (Matcher matcher = MARKER.matcher(text); matcher.find(); ) {
            int start = matcher.start();
            int earliest =
                    markers.isEmpty() ? 0 : markers.get(markers.size() - 1).end();
            while (start > earliest && isBlank(text.charAt(start - 1))) {
                start--;
            }
            add(new Marker(start, matcher.end(), numbers(matcher.group(1))), text, markers);
        }
        return markers;
    }

    /** Several that are listed, "[1], [2] and [3]", are one. */
    private static void add(Marker marker, String text, List<Marker> markers) {
        Marker before = markers.isEmpty() ? null : markers.get(markers.size() - 1);
        if (before != null
                && JOINS.matcher(text.substring(before.end(), marker.start())).matches()) {
            List<Integer> numbers = new ArrayList<>(before.numbers());
            numbers.addAll(marker.numbers());
            markers.set(markers.size() - 1, new Marker(before.start(), marker.end(), numbers));
        } else {
            markers.add(marker);
        }
    }

    /** How much of a text that goes on is not in the middle of a marker. */
    static int settled(String text) {
        Matcher begun = BEGUN.matcher(text);
        return begun.find() ? begun.start() : text.length();
    }

    /** The text with markers of its own made harmless: nobody but Footnote numbers sentences. */
    static String defused(String text) {
        return MARKER.matcher(text).replaceAll(match -> Matcher.quoteReplacement("(" + match.group(1) + ")"));
    }

    private static List<Integer> numbers(String listed) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Matcher matcher = NUMBER_OR_RANGE.matcher(listed); matcher.find(); ) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            for (int number = first; number <= Math.max(first, last); number++) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u202F';
    }
}
