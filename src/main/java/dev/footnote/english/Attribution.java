package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a sentence names as the speaker of what it reports: a name, or a role with a name in it, beside a verb of saying.
 * It needs no grammar beyond the words themselves, so it misses some; a pronoun names nobody.
 */
public final class Attribution {

    private static final String SAYS =
            "(?:said|says|declared|declares|noted|notes|announced|announces|claimed|claims|warned|warns|argued|argues"
                    + "|(?:added|adds)(?! to\\b)|stated|states|told|insisted|insists|explained|explains|replied|admitted|admits|acknowledged"
                    + "|asserted|asserts|alleged|alleges|remarked|commented|recalled|complained|confirmed|denied|denies"
                    + "|promised|suggested|suggests|wrote|has accused|have accused|accused)";

    /** Nouns that say what a speaker is; they stand in lower case between a name and the verb. */
    private static final String ROLE =
            "(?:defen[cs]e |foreign |prime |police |senior |government |intelligence |union |company |city |state |security )*"
                    + "(?:officials?|representatives?|spokes(?:man|woman|person|people)|ministers?|president|ambassador|envoys?"
                    + "|leaders?|officers?|chief|directors?|professors?|researchers?|scientists?|police|authorities|government"
                    + "|ministry|company|mayor|governor|senators?|lawyers?|judges?|critics?|experts?|analysts?|reporters?"
                    + "|newspaper|agency|report|author|secretary|manager|owner|engineers?|doctors?|teachers?|historians?"
                    + "|keeper|captain|residents?|witness(?:es)?|group|committee|council|court|commission)";

    private static final String CAPITALISED = "(?:\\p{Lu}\\.)*\\p{Lu}[\\p{L}\\p{N}’'&.-]*";

    /** "US Ambassador to the UN Nikki Haley", "The Syrian representative", "a USA defense official". */
    private static final String SPEAKER = "(?:(?:The|the|An?|an?) )?" + CAPITALISED + "(?: (?:" + CAPITALISED
            + "|of(?: the)?(?= \\p{Lu})|(?:to|for) the(?= \\p{Lu})|de(?= \\p{Lu})|van|von|al-\\p{L}+))*(?: " + ROLE
            + ")?"
            + "|(?:The|the|An?|an?|One) " + ROLE;

    /** The speaker, perhaps with something about him between commas, then the verb. */
    private static final Pattern BEFORE = Pattern.compile("(?<![\\p{L}\\p{N}-])(" + SPEAKER
            + ")(?:, [^,\"“”]{3,80},)?(?: (?:has|have|had|also|later|then|once|repeatedly|earlier)){0,2} " + SAYS
            + "\\b(?! (?:to be|that way)\\b)");

    /** The verb behind a quotation or a comma, then the speaker. */
    private static final Pattern BEHIND =
            Pattern.compile("[,\"”?!] ?(?:said|says|added|noted|replied|asked|wrote) (" + SPEAKER + ")");

    private static final Pattern ACCORDING = Pattern.compile("\\b[Aa]ccording to (" + SPEAKER + ")");

    private static final Pattern NO_SPEAKER = Pattern.compile(
            "(?:He|She|It|They|We|I|You|This|That|These|Those|There|But|And|Who|Which|What|As|When|If|Both|Some|Many|Others?"
                    + "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
                    + "|September|October|November|December)");

    private static final Pattern ENDS_IN_INITIAL = Pattern.compile("(?:^|[ .])\\p{Lu}\\.$");

    private static final Pattern QUOTATION = Pattern.compile("[\"“][^\"“”]*[\"”]");

    private Attribution() {}

    /** The speaker's place in the text; empty if the sentence names none. */
    public static Optional<Span> of(String text, Span sentence) {
        String words = unquoted(sentence.of(text).replace('\n', ' '));
        for (Pattern pattern : new Pattern[] {BEFORE, BEHIND, ACCORDING}) {
            Matcher matcher = pattern.matcher(words);
            while (matcher.find()) {
                Span speaker = new Span(matcher.start(1), end(matcher));
                if (!NO_SPEAKER.matcher(speaker.of(words)).matches()) {
                    return Optional.of(speaker.shifted(sentence.start()));
                }
            }
        }
        return Optional.empty();
    }

    /** The full stop that ends the sentence is not the speaker's, that of "U.S." is. */
    private static int end(Matcher matcher) {
        String speaker = matcher.group(1);
        boolean stopped =
                speaker.endsWith(".") && !ENDS_IN_INITIAL.matcher(speaker).find();
        return matcher.end(1) - (stopped ? 1 : 0);
    }

    /** What is quoted is made unreadable, each letter in its place: names in it do not speak. */
    private static String unquoted(String sentence) {
        return QUOTATION.matcher(sentence).replaceAll(quoted -> {
            String inside = quoted.group();
            String blank = "_".repeat(inside.length() - 2);
            return Matcher.quoteReplacement(inside.charAt(0) + blank + inside.charAt(inside.length() - 1));
        });
    }
}
