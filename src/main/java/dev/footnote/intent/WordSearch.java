package dev.footnote.intent;

import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks for words in a text, letter for letter and as whole words, with any space between them. Each character is read a
 * few times, whatever the words and the text are (Knuth, Morris and Pratt): both may come from somebody who means harm, and
 * "a a a … b" in a text of nothing but "a" would have a regular expression read the words anew at each place.
 */
final class WordSearch {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** With one space between two of them. */
    private final String words;

    /** For each beginning of the words, the length of the longest shorter beginning that it ends with. */
    private final int[] borders;

    WordSearch(String words) {
        this.words = SPACE.matcher(words.strip()).replaceAll(" ");
        this.borders = borders(this.words);
    }

    private static int[] borders(String words) {
        int[] borders = new int[words.length()];
        int length = 0;
        for (int i = 1; i < words.length(); i++) {
            while (length > 0 && words.charAt(i) != words.charAt(length)) {
                length = borders[length - 1];
            }
            if (words.charAt(i) == words.charAt(length)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }

    /** Where the words stand, from the first place to the last; no two places overlap. */
    List<Span> in(CharSequence text) {
        List<Span> places = new ArrayList<>();
        if (words.isEmpty()) {
            return places;
        }
        // Where each of the last characters began; those before them cannot belong to a place any more.
        int[] starts = new int[words.length()];
        int matched = 0;
        int count = 0;
        int done = 0;
        boolean inSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char read = text.charAt(i);
            boolean isSpace = isSpace(read);
            if (isSpace && inSpace) {
                continue;
            }
            inSpace = isSpace;
            char plain = isSpace ? ' ' : read;
            starts[count++ % starts.length] = i;
            while (matched > 0 && plain != words.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (plain == words.charAt(matched)) {
                matched++;
            }
            if (matched == words.length()) {
                int start = starts[count % starts.length];
                if (start >= done && isWhole(text, start, i + 1)) {
                    places.add(new Span(start, i + 1));
                    done = i + 1;
                }
                matched = borders[matched - 1];
            }
        }
        return places;
    }

    /** As the regular expression {@code \s} has it: the text is folded, so that every other space is one of these by now. */
    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isWhole(CharSequence text, int start, int end) {
        if (start > 0 && isPartOfWord(Character.codePointBefore(text, start))) {
            return false;
        }
        if (end == text.length()) {
            return true;
        }
        int next = Character.codePointAt(text, end);
        return !isPartOfWord(next) || isRaised(next);
    }

    private static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** A raised number behind a word is a mark of reference, no part of it. */
    private static boolean isRaised(int c) {
        return c == '\u00B2' || c == '\u00B3' || c == '\u00B9' || c >= '\u2070' && c <= '\u2079';
    }
}
