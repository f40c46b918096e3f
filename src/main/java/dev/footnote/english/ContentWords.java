package dev.footnote.english;

import dev.footnote.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that say something by themselves, in a form in which two texts can be compared. */
public final class ContentWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** A word with a capital or a digit: what names, numbers, dates and codes are written as. */
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?=[\\p{L}&&[^\\p{Lu}]]{0,40}+[\\p{Lu}\\p{N}])[\\p{L}\\p{N}]++" + "(?:[.,:]\\p{N}+)*");

    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private ContentWords() {}

    /** The stems of the words that say something, in their order; "The votes were counted" gives "vot" and "count". */
    public static List<String> of(String text) {
        List<String> stems = new ArrayList<>();
        Matcher word = WORD.matcher(FoldedText.withPlainLetters(text));
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            if (lower.length() > 1 && !QuestionWords.isEmpty(lower) && !WordClass.isFunctionWord(lower)
                    || DIGIT.matcher(lower).find()) {
                stems.add(Inflection.stem(lower));
            }
        }
        return stems;
    }

    /**
     * The names, numbers and codes of a question in lower case, word by word: "Is room 104 free on Monday?" gives "104"
     * and "monday". Its first word counts only if it has a digit, for any first word has a capital.
     */
    public static List<String> names(String question) {
        List<String> names = new ArrayList<>();
        String plain = FoldedText.withPlainLetters(question);
        Matcher name = NAME.matcher(plain);
        int first = plain.length() - plain.stripLeading().length();
        while (name.find()) {
            String lower = name.group().toLowerCase(Locale.ROOT);
            boolean counts = DIGIT.matcher(lower).find()
                    || name.start() > first
                            && lower.length() > 1
                            && !QuestionWords.isEmpty(lower)
                            && !WordClass.isFunctionWord(lower);
            if (counts) {
                names.add(lower);
            }
        }
        return names;
    }

    /** All words of a text in lower case, with those of {@link #names} as they are written there. */
    public static List<String> all(String text) {
        List<String> words = new ArrayList<>();
        String plain = FoldedText.withPlainLetters(text);
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        Matcher name = NAME.matcher(plain);
        while (name.find()) {
            if (name.group().indexOf('.') >= 0
                    || name.group().indexOf(',') >= 0
                    || name.group().indexOf(':') >= 0) {
                words.add(name.group().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
