package dev.footnote.article;

import dev.footnote.english.Measures;
import java.util.regex.Pattern;

/**
 * Text that a file raises above its line, which must not run into the word or the figure before it: the mark of a footnote
 * is left out, an exponent is written with raised digits, the end of an ordinal stays as it is.
 */
final class RaisedText {

    private static final Pattern ORDINAL_END = Pattern.compile("(?i)(?:st|nd|rd|th|er|e|o|a)");

    /** A number, a sign or a letter, perhaps in brackets, perhaps several with commas: what marks a note. */
    private static final Pattern MARK = Pattern.compile(
            "[\\[(]?(?:\\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,3}|note \\d{1,3})[\\])]?"
                    + "(?:\\s?[,;–-]?\\s?[\\[(]?(?:\\d{1,3}|[a-z]|[*†‡§¶#]{1,3})[\\])]?){0,9}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EXPONENT = Pattern.compile("[+−–-]?\\d{1,3}");

    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private RaisedText() {}

    /**
     * What is written for raised text.
     *
     * @param before the text before it, of which the end counts
     * @param raised what is raised
     */
    static String of(CharSequence before, String raised) {
        if (raised.isBlank()) {
            return raised;
        }
        String tail = before.subSequence(Math.max(0, before.length() - 20), before.length())
                .toString();
        String bare = raised.strip();
        String last = lastWord(tail);
        boolean isNumber = !last.isEmpty() && last.chars().allMatch(Character::isDigit);
        if (isNumber && ORDINAL_END.matcher(bare).matches()) {
            return bare;
        }
        if (EXPONENT.matcher(bare).matches() && hasExponent(last, tail)) {
            return raisedDigits(bare);
        }
        if (MARK.matcher(bare).matches()) {
            return "";
        }
        boolean apart = tail.isEmpty() || Character.isWhitespace(tail.charAt(tail.length() - 1));
        return apart || Character.isWhitespace(raised.charAt(0)) ? raised : " " + raised;
    }

    /** The letters and figures that the text ends in. */
    private static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '°')) {
            start--;
        }
        return text.substring(start);
    }

    /** Behind a unit of length, a power of ten and a variable of one letter it is an exponent. */
    private static boolean hasExponent(String last, String tail) {
        String unit = last.replaceFirst("^\\d+", "");
        boolean behindFigure = unit.length() < last.length()
                || tail.length() > last.length()
                        && Character.isDigit(
                                tail.strip().charAt(Math.max(0, tail.strip().length() - last.length() - 1)));
        if (Measures.hasPowers(unit)) {
            return true;
        }
        return last.equals("10")
                        && (tail.contains("×")
                                || tail.contains("x 10")
                                || tail.contains("· 10")
                                || tail.strip().equals("10"))
                || unit.length() == 1 && Character.isLetter(unit.charAt(0)) && (behindFigure || unit.matches("[a-z]"));
    }

    private static String raisedDigits(String exponent) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < exponent.length(); i++) {
            char c = exponent.charAt(i);
            written.append(
                    Character.isDigit(c)
                            ? String.valueOf(RAISED_DIGITS.charAt(Character.digit(c, 10)))
                            : c == '+' ? "⁺" : "⁻");
        }
        return written.toString();
    }
}
