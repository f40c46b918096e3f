package dev.footnote.english;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The closed classes of English words, as a grammar lists them; all in lower case. Every list of function words that
 * Footnote uses is made of these.
 */
public enum WordClass {
    /** "a", "the". */
    ARTICLE("a an the"),
    /** "this", "those". */
    DEMONSTRATIVE("this that these those"),
    /** Pronouns of those who speak and are spoken to, with their possessives. */
    FIRST_OR_SECOND_PERSON("i me my mine you your yours we us our ours"),
    /** Pronouns that stand for something named elsewhere, with their possessives. */
    THIRD_PERSON("he him his she her hers it its they them their theirs himself herself itself themselves"),
    /** "someone", "everything". */
    INDEFINITE_PRONOUN("someone something anyone anything everyone everything"),
    /** "who", "how". */
    QUESTION_WORD("who whom whose which what when where why how"),
    /** Words for an amount that any question may have. */
    AMOUNT("some any all much many more most"),
    /** Further words for an amount. */
    SHARE("each every either both few less least several"),
    /** Words that set a thing beside another. */
    COMPARISON("such other another own same"),
    /** The commonest prepositions; by themselves they say next to nothing. */
    PREPOSITION("of in on at to for from by with about as into"),
    /** Prepositions that put two things in an order. */
    PREPOSITION_OF_ORDER("under over after before during than"),
    /** Rarer prepositions. */
    RARER_PREPOSITION("onto between among through until till since against toward towards upon within off out up down"
            + " like per via"),
    /** Prepositions that open an adjunct with a meaning of its own. */
    PREPOSITION_OF_CIRCUMSTANCE("amid despite following unlike"),
    /** "and", "but". */
    COORDINATOR("and or but nor so"),
    /** Conjunctions that open a subordinate clause; prepositions that do so too are among the prepositions. */
    SUBORDINATOR("if because although though while whereas whether unless"),
    /** Forms of "be". */
    BE("is am are was were be been being"),
    /** Forms of "do". */
    DO("do does did done doing"),
    /** Forms of "have". */
    HAVE("have has had having"),
    /** "can", "must". */
    MODAL("can could will would shall should may might must"),
    /** Adverbs that join a sentence to the one before it. */
    LINKING_ADVERB("then else however meanwhile moreover therefore thus further instead also"),
    /** Adverbs of time, place and degree that come with any verb. */
    PLAIN_ADVERB(
            "too very just only even still yet already again ever now once perhaps quite rather almost there here"),
    /** Particles that deny. */
    NEGATIVE_PARTICLE("not no never");

    /** Function words that belong to none of these classes. */
    private static final String FURTHER = "one according";

    private static final Set<String> FUNCTION_WORDS = functionWords();

    // Set.of is immutable, which its type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> words;

    WordClass(String words) {
        this.words = Set.of(words.split(" ", -1));
    }

    /** The words of this class. */
    public Set<String> words() {
        return words;
    }

    /** Whether a word, in lower case, is one of this class. */
    public boolean contains(String word) {
        return words.contains(word);
    }

    /** Whether a word, in lower case, only holds a sentence together. */
    public static boolean isFunctionWord(String word) {
        return FUNCTION_WORDS.contains(word);
    }

    /** The words of several classes, with more words, given as one text with blanks between them. */
    public static Set<String> union(String more, WordClass... classes) {
        Set<String> union = new LinkedHashSet<>();
        Arrays.stream(classes).forEach(each -> union.addAll(each.words));
        union.addAll(Arrays.asList(more.strip().split("\\s+", -1)));
        union.remove("");
        return Set.copyOf(union);
    }

    /** A group of a regular expression that matches any of the words, the longest first. */
    public static String anyOf(Collection<String> words) {
        return words.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(word -> word.chars().allMatch(Character::isLetterOrDigit) ? word : Pattern.quote(word))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Set<String> functionWords() {
        Set<WordClass> grammar = new LinkedHashSet<>(Arrays.asList(values()));
        // "Despite" and its like say how two things stand to one another.
        grammar.remove(PREPOSITION_OF_CIRCUMSTANCE);
        return union(FURTHER, grammar.toArray(WordClass[]::new));
    }
}
