package dev.footnote.english;

import java.util.Set;
import java.util.regex.Pattern;

/** Words by which a question is taken apart, each set by what its words do there; all in lower case. */
public final class QuestionGrammar {

    /** Verbs that stand before the subject of a question, "is", "did", "could". */
    public static final Set<String> AUXILIARIES =
            WordClass.union("is are was were do does did has have had", WordClass.MODAL);

    /** What a question may begin with that goes on from something said before, "and", "then". */
    public static final Set<String> LEADS = Set.of("and", "but", "so", "or", "then", "also");

    /** As {@link #LEADS}, with what is said first in talk, "ok". */
    public static final Set<String> SPOKEN_LEADS = WordClass.union("and but so or then also ok okay");

    /** Question words that ask for a circumstance and can stand alone, "Why?" */
    public static final Set<String> CIRCUMSTANCES = Set.of("when", "where", "why", "how");

    /** All prepositions of one word but those that open an adjunct of their own. */
    public static final Set<String> PREPOSITIONS =
            WordClass.union("", WordClass.PREPOSITION, WordClass.PREPOSITION_OF_ORDER, WordClass.RARER_PREPOSITION);

    /** Prepositions before a place, and before whose or whence something is. */
    public static final Set<String> PLACE_PREPOSITIONS = Set.of("in", "at", "to", "from", "of", "near");

    /** Words that open a phrase with a noun: articles and possessives. */
    public static final Set<String> DETERMINERS = Determiners.PLAIN;

    /** Pronouns that stand for one person. */
    public static final Set<String> OF_PERSONS = Set.of("he", "she", "him", "his", "her", "hers");

    /** Pronouns that stand for one thing. */
    public static final Set<String> OF_THINGS = Set.of("it", "its");

    /** Pronouns that stand for several. */
    public static final Set<String> OF_SEVERAL = Set.of("they", "them", "their");

    /** Pronouns that stand before what somebody has; "her" may also be somebody. */
    public static final Set<String> POSSESSIVES = Set.of("his", "its", "their");

    /** What a statement ends with that asks to be confirmed, "…, right?" */
    public static final Set<String> TAGS = Set.of("right", "correct", "true", "no", "yes", "or not");

    /** Words before several things that are asked for, "which two", "list some". */
    public static final Set<String> BEFORE_SEVERAL =
            WordClass.union("two three four five six seven eight nine ten several some all the other few many");

    /** Words that name what may be chosen of, "tea or coffee". */
    public static final Set<String> ALTERNATIVES = Set.of("or", "which");

    private static final Pattern CONTINUES = Pattern.compile(
            "^\\W*(?:and|but|or|so|then|also|what about|how about)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern EXISTS =
            Pattern.compile("\\b(?:is|are|was|were|has|have|had|will) there\\b", Pattern.CASE_INSENSITIVE);

    private QuestionGrammar() {}

    /** Whether a question begins with words that go on from something said before, "and", "what about". */
    public static boolean continues(String question) {
        return CONTINUES.matcher(question).matches();
    }

    /** A question without its "there" where it asks whether something exists, "Is there a …", and so points nowhere. */
    public static String withoutExistentialThere(String question) {
        return EXISTS.matcher(question).replaceAll("is");
    }
}
