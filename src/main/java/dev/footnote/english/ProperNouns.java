package dev.footnote.english;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that a text writes with a capital wherever they stand, at least once within a sentence: its names, with
 * weekdays, months and peoples. Immutable.
 */
public final class ProperNouns {

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{M}]++");

    /** What stands between two words of one sentence, where a capital means something. */
    private static final Pattern WITHIN = Pattern.compile("[, \\t'’-]{1,3}|\\n");

    private final Set<String> words;

    private ProperNouns(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** Those of a text. */
    public static ProperNouns of(String text) {
        Set<String> capitalised = new HashSet<>();
        Set<String> plain = new HashSet<>();
        Matcher word = WORD.matcher(text);
        int last = 0;
        boolean afterPlain = false;
        while (word.find()) {
            boolean isCapital = Character.isUpperCase(word.group().codePointAt(0));
            String lower = word.group().toLowerCase(Locale.ROOT);
            if (!isCapital) {
                plain.add(lower);
            } else if (afterPlain
                    && WITHIN.matcher(text.substring(last, word.start())).matches()) {
                capitalised.add(lower);
            }
            // After another capital it may be a title, in which all words have one.
            afterPlain = !isCapital || afterPlain && capitalised.contains(lower);
            last = word.end();
        }
        capitalised.removeAll(plain);
        return new ProperNouns(capitalised);
    }

    /** Whether a word is one of them, whatever its capitals. */
    public boolean contains(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    /** A question with a capital for each of its words that is one of these. */
    public String capitalised(String question) {
        return WORD.matcher(question).replaceAll(match -> {
            String word = match.group();
            boolean isName = words.contains(word.toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(
                    isName ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word);
        });
    }
}
