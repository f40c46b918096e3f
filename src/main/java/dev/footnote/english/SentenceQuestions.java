package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a sentence into questions that it answers, by putting a question word in the place of a name or a year, in the few
 * ways that need no grammar beyond the words themselves. Some of them are wrong; a reader should be asked which to keep.
 */
public final class SentenceQuestions {

    private static final int LONGEST = 80;
    private static final int FEWEST_WORDS = 4;

    private static final String NAME =
            "(?:The |the )?(?:[A-Z][\\w’'&.-]{0,40}|of the|of)(?: (?:[A-Z][\\w’'&.-]{0,40}|of the(?= [A-Z])|of(?= [A-Z])|al-\\w{1,40}|de(?= [A-Z])|van(?= [A-Z])|von(?= [A-Z]))){0,6}";

    private static final String NUMBER = WordClass.anyOf(NumberWords.cardinals(2, 20));

    /** Someone who does something: "Norway sold the old ferry …". */
    private static final Pattern DOES = Pattern.compile("(?:^|, )(" + NAME
            + ") ((?:has |have |had )?(?:[a-z]+ly )?(?:[a-z]{2,}ed|" + WordClass.anyOf(BareVerbs.irregularPasts())
            + ") (?:[^.;:]|\\.(?=\\d))+)");

    /** "X was founded in 1998". */
    private static final Pattern DONE_IN = Pattern.compile("^(" + NAME
            + ") (was|were) ((?:first |last |originally |officially )?[a-z]{2,}(?:ed|en|ilt|old|ade)(?: [a-z]+){0,3}?) (?:in|on) (?:[A-Z\\d]\\w*,? ){0,3}"
            + "(?:\\d{4}|" + WordClass.anyOf(CalendarNames.MONTHS) + "|" + WordClass.anyOf(CalendarNames.WEEKDAYS)
            + ")\\b");

    /** "X is a …". */
    private static final Pattern IS_A = Pattern.compile("^(" + NAME + ") (is|are) (?:a|an|the) [a-z][^.]{15,}");

    private static final Pattern ENDS_PHRASE = Pattern.compile(
            " (?:after|before|because|while|when|since|until|although|though|which|who|whose|that|if|as|by|during|prior"
                    + "|in order|according)\\b|[,(\"“]");

    /** "The pier was closed because …": what a person would ask "why" of. */
    private static final Pattern BECAUSE = Pattern.compile(
            "^(" + NAME
                    + "|(?:The|An?) [a-z-]+(?: [a-z-]+)?) (was|were|is|are|has|have|had|will|can|could) ([^,;:]{5,70}?),? because ");

    /** "There were 58 passengers on board." */
    private static final Pattern THERE_ARE = Pattern.compile(
            "^There (were|are|was|is) (?:about |some |only |almost |nearly |over |more than )?(?:\\d[\\d,.]*|" + NUMBER
                    + ") ((?:[a-z]+ )?[a-z]+s)\\b( (?:on|in|at|from|of|aboard) [^,.;:]{3,40})?");

    /** "Repairs will cost 2.4 million crowns". */
    private static final Pattern COSTS =
            Pattern.compile("^((?:The |An? )?[A-Za-z][\\w-]*(?: [a-z][\\w-]*){0,2}?) (?:(will|would) )?(cost|costs) "
                    + "(?:about |some |nearly |over |more than )?[^\\w\\s]?\\d");

    /** "Ann Lee, a surgeon from Turku, …". */
    private static final Pattern WHO_IS = Pattern.compile("(" + NAME + "), (?:an?|the|its|their|whose) [^,]{5,80},");

    private SentenceQuestions() {}

    /**
     * The questions that a sentence answers, without line breaks in it.
     *
     * @return each by its kind, "who", "when", in the order in which they were made; at most one of a kind
     */
    public static Map<String, String> of(String sentence) {
        Map<String, String> questions = new LinkedHashMap<>();
        Matcher does = DOES.matcher(sentence);
        if (does.find() && isName(does.group(1)) && !isCutAtQuotation(does.group(2))) {
            add("who", "Who " + phrase(does.group(2)), questions);
        }
        Optional<Span> speaker = Attribution.of(sentence, new Span(0, sentence.length()));
        String name = speaker.map(span -> span.of(sentence)).orElse("");
        if (isName(name)) {
            boolean isPresent = SpeechVerbs.presentForms().stream()
                    .anyMatch(verb -> sentence.contains(name + " " + verb) || sentence.contains(verb + " " + name));
            add("say", "What " + (isPresent ? "does " : "did ") + lowerArticle(name) + " say", questions);
        }
        Matcher who = WHO_IS.matcher(sentence);
        // Who speaks is a person; of others the words don't tell.
        if (who.find()
                && isName(who.group(1))
                && name.endsWith(who.group(1))
                && who.group(1).indexOf(' ') > 0) {
            add("who is", "Who is " + who.group(1), questions);
        }
        Matcher because = BECAUSE.matcher(sentence);
        if (because.find()) {
            add(
                    "why",
                    "Why " + because.group(2) + " " + lowerArticle(because.group(1)) + " " + because.group(3),
                    questions);
        }
        Matcher there = THERE_ARE.matcher(sentence);
        if (there.find() && there.group(3) != null) {
            add("how many", "How many " + there.group(2) + " " + there.group(1) + there.group(3), questions);
        }
        Matcher costs = COSTS.matcher(sentence);
        if (costs.find()) {
            boolean isPlural = costs.group(1).endsWith("s");
            String auxiliary = costs.group(2) != null
                    ? costs.group(2)
                    : costs.group(3).equals("costs") ? "does" : isPlural ? "do" : "did";
            add("how much", "How much " + auxiliary + " " + uncapitalised(costs.group(1)) + " cost", questions);
        }
        Matcher done = DONE_IN.matcher(sentence);
        if (done.find() && isName(done.group(1))) {
            add("when", "When " + done.group(2) + " " + lowerArticle(done.group(1)) + " " + done.group(3), questions);
        }
        Matcher isA = IS_A.matcher(sentence);
        if (isA.find() && isName(isA.group(1))) {
            add("what", "What " + isA.group(2) + " " + lowerArticle(isA.group(1)), questions);
        }
        return questions;
    }

    private static void add(String kind, String question, Map<String, String> questions) {
        String tidy = question.strip() + "?";
        boolean natural = tidy.length() <= LONGEST
                && tidy.split("\\s+").length >= (kind.equals("what") ? 3 : FEWEST_WORDS)
                && !PointingWords.isIn(tidy);
        if (natural) {
            questions.put(kind, tidy);
        }
    }

    private static boolean isName(String words) {
        String bare = words.replaceFirst("^(?:The|the) ", "");
        String first = bare.split(" ", 2)[0];
        return bare.length() > 1 && Character.isUpperCase(first.codePointAt(0)) && !isFunctionWord(first);
    }

    /** "US" is none, "Us" is one. */
    private static boolean isFunctionWord(String word) {
        boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        String lower = word.toLowerCase(Locale.ROOT);
        return !acronym
                && (WordClass.isFunctionWord(lower) || NumberWords.unit(lower).isPresent() || lower.equals("yes"));
    }

    private static String lowerArticle(String name) {
        return name.startsWith("The ") || name.startsWith("A ") || name.startsWith("An ") ? uncapitalised(name) : name;
    }

    /** What a sentence begins with, inside another: "Repairs" has its capital for standing first. */
    private static String uncapitalised(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** "Called the plan “a cure”": without what is quoted nothing is said. */
    private static boolean isCutAtQuotation(String words) {
        Matcher end = ENDS_PHRASE.matcher(words);
        return end.find() && "\"“".indexOf(words.charAt(end.start())) >= 0;
    }

    /** The first phrase of what was done, up to where another thought begins. */
    private static String phrase(String words) {
        Matcher end = ENDS_PHRASE.matcher(words);
        return (end.find() ? words.substring(0, end.start()) : words).strip();
    }
}
