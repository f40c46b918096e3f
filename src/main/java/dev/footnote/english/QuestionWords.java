package dev.footnote.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a question, and which of them say nothing by themselves. */
public final class QuestionWords {

    /** Letters, digits and what joins them: "al-Assad", "U.S", "what's". */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.-][\\p{L}\\p{N}]+)*");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Words that stand for something that was said before. */
    private static final Set<String> POINTERS = words(
            """
            he she it they him her them his hers its their theirs himself herself itself themselves this that
            these those there then one ones else other others another same former latter it's he's she's that's
            they're
            """);

    /** Words that say nothing by themselves: those of grammar, and verbs and nouns that any question may have. */
    private static final Set<String> EMPTY = words(
            """
            a an the of in on at to for from by with about as into under over after before during and or but so
            also not no yes if than just who whom whose what which when where why how is are was were be been
            being am do does did doing done has have had having can could will would shall should may might
            must i me my you your we us our much many more most exactly really again too please tell say says
            said mean means meant happen happens happened get got go make made take took day year month date
            time place reason person people name thing things way long often far come came give gave given sure
            ok okay any some all what's who's where's when's how's
            """);

    private QuestionWords() {}

    /**
     * A word and its place.
     *
     * @param text in lower case, with straight apostrophes
     * @param start its first code unit in the question
     * @param end the one after its last
     */
    public record Word(String text, int start, int end) {}

    /** The words of a text in their order. */
    public static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            words.add(new Word(word, matcher.start(), matcher.end()));
        }
        return words;
    }

    /** The words of a text in their order, in lower case. */
    public static List<String> of(String text) {
        return in(text).stream().map(Word::text).toList();
    }

    /** Whether a word, in lower case, stands for something that was said before. */
    public static boolean points(String word) {
        return POINTERS.contains(word);
    }

    /** Whether a word, in lower case, says nothing by itself. */
    public static boolean isEmpty(String word) {
        return EMPTY.contains(word);
    }

    private static Set<String> words(String list) {
        return Set.of(SPACE.split(list.strip()));
    }
}
