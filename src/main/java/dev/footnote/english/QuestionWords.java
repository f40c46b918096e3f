package dev.footnote.english;

import dev.footnote.text.FoldedText;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a question, and which of them say nothing by themselves. */
public final class QuestionWords {

    /** Letters, digits and what joins them: "al-Idrisi", "U.S", "what's". */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.-][\\p{L}\\p{N}]+)*");

    /** Words that stand for something that was said before. */
    private static final Set<String> POINTERS = WordClass.union(
            """
            there then one ones else other others another same former latter it's he's she's that's they're
            """,
            WordClass.THIRD_PERSON,
            WordClass.DEMONSTRATIVE);

    /** Words that say nothing by themselves: those of grammar, and verbs and nouns that any question may have. */
    private static final Set<String> EMPTY = WordClass.union(
            """
            also not no yes if just exactly really again too please ok okay sure
            tell say says said mean means meant happen happens happened get got go make made take took come came
            give gave given day year month date time place reason person people name thing things way
            long often far what's who's where's when's how's
            """,
            WordClass.ARTICLE,
            WordClass.FIRST_OR_SECOND_PERSON,
            WordClass.QUESTION_WORD,
            WordClass.AMOUNT,
            WordClass.PREPOSITION,
            WordClass.PREPOSITION_OF_ORDER,
            WordClass.COORDINATOR,
            WordClass.BE,
            WordClass.DO,
            WordClass.HAVE,
            WordClass.MODAL);

    /** A text with one of these, or with what is joined to one ("what's", "isn't"), asks something. */
    private static final Set<String> ASKING = WordClass.union(
            "whats whos hows wheres whens",
            WordClass.QUESTION_WORD,
            WordClass.BE,
            WordClass.DO,
            WordClass.HAVE,
            WordClass.MODAL);

    /** What begins with one of these tells somebody to do something. */
    private static final Set<String> ORDERS =
            Set.of("tell", "explain", "describe", "give", "show", "list", "name", "summarise", "summarize", "compare");

    /** A question that begins so wants a person, a time, a place, a reason, a way or a yes. */
    private static final Set<String> NOT_FOR_A_THING = WordClass.union(
            "who whom whose when where why how who's when's where's how's",
            WordClass.BE,
            WordClass.DO,
            WordClass.HAVE,
            WordClass.MODAL);

    private QuestionWords() {}

    /**
     * A word and its place.
     *
     * @param text in lower case, with straight apostrophes
     * @param start its first code unit in the question
     * @param end the one after its last
     */
    public record QuestionWord(String text, int start, int end) {}

    /** The words of a text in their order. */
    public static List<QuestionWord> in(String text) {
        List<QuestionWord> words = new ArrayList<>();
        FoldedText folded = FoldedText.keepingCase(text);
        Matcher matcher = WORD.matcher(folded.text());
        while (matcher.find()) {
            Span place = folded.original(new Span(matcher.start(), matcher.end()));
            words.add(new QuestionWord(matcher.group().toLowerCase(Locale.ROOT), place.start(), place.end()));
        }
        return words;
    }

    /** The words of a text in their order, in lower case. */
    public static List<String> of(String text) {
        return in(text).stream().map(QuestionWord::text).toList();
    }

    /** Whether a word, in lower case, stands for something that was said before. */
    public static boolean points(String word) {
        return POINTERS.contains(word);
    }

    /** The words of a text that say something by themselves, in lower case. */
    public static Set<String> withMeaning(String text) {
        return of(text).stream().filter(word -> !isEmpty(word)).collect(Collectors.toSet());
    }

    /** Whether a word, in lower case, says nothing by itself. */
    public static boolean isEmpty(String word) {
        return EMPTY.contains(word);
    }

    /** Whether a word, in lower case, tells somebody to say something, "explain". */
    public static boolean isOrder(String word) {
        return ORDERS.contains(word);
    }

    /** Whether a question that begins with a word, in lower case, may want a thing or several: "what", "which", "list". */
    public static boolean asksForAThing(String first) {
        return !NOT_FOR_A_THING.contains(first);
    }

    /** Whether a text only names a topic, as people type it into a search box, and neither asks nor orders anything. */
    public static boolean areTopic(String text) {
        List<String> words = of(text);
        return text.indexOf('?') < 0
                && !words.isEmpty()
                && !isOrder(words.get(0))
                && words.stream().noneMatch(QuestionWords::asks);
    }

    private static boolean asks(String word) {
        int joined = word.indexOf('\'');
        return ASKING.contains(word)
                || joined > 0
                        && (ASKING.contains(word.substring(0, joined))
                                || ASKING.contains(word.substring(0, joined - 1)));
    }
}
