package dev.footnote.text;

/**
 * A place in a text: UTF-16 code units, end exclusive, as {@link String#substring(int, int)} takes them.
 *
 * @param start the first code unit
 * @param end the code unit after the last
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span needs 0 <= start <= end, not [" + start + ", " + end + ")");
        }
    }

    /** How many code units it covers. */
    public int length() {
        return end - start;
    }

    /** Whether the other span lies in this one; an equal one does. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two share at least one code unit. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The same place in a text that has {@code by} more code units before it. */
    public Span shifted(int by) {
        return new Span(start + by, end + by);
    }

    /**
     * The words at this place.
     *
     * @throws IndexOutOfBoundsException if the text is too short for it
     */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** Whether an offset lies between the two UTF-16 code units of one character. */
    public static boolean cutsCharacter(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isHighSurrogate(text.charAt(offset - 1))
                && Character.isLowSurrogate(text.charAt(offset));
    }

    /** The same place without the white space at its ends; empty where there is nothing else. */
    public Span trimmed(String text) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    /** Java's white space and Unicode's, no-break spaces included. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
