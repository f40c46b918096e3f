package dev.footnote.english;

import dev.footnote.text.FoldedText;
import dev.footnote.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a sentence names as the speaker of what it reports: a name, or a role with a name in it, beside a verb of saying.
 * It needs no grammar beyond the words themselves, so it misses some; a pronoun names nobody.
 */
public final class Attribution {

    private static final String SAYS = "(?:(?:has|have) )?" + SpeechVerbs.saying();

    /**
     * The end of a noun that says what a speaker is: an ending of people ("minister", "editor", "scientist", "resident",
     * "policewoman"), or one of the commonest nouns of people and bodies whose form does not tell.
     */
    private static final String WHO_SPEAKS =
            "(?:(?!(?:later|earlier|sooner|longer|never|ever|however|rather|together|further)\\b)"
                    + "\\p{Ll}{2,20}(?:er|or|ist|ian|[ae]nt|man|men|woman|women|person|people)s?"
                    + "|(?:official|representative|chief|critic|analyst|expert|judge|witness|secretary|relative|colleague)(?:e?s)?"
                    + "|secretaries|witness|police|authorities|authority|government|ministry|company|agency|council|court|committee"
                    + "|commission|group|union|team|family|report|statement|newspaper)";

    /** Such a noun with up to three words before it: "senior police officer". They stand in lower case. */
    private static final String ROLE = "(?:\\p{Ll}[\\p{Ll}-]{1,20} ){0,3}" + WHO_SPEAKS + "(?![\\p{L}\\p{N}])";

    private static final String CAPITALISED = "(?:\\p{Lu}\\.){0,4}\\p{Lu}[\\p{L}\\p{N}’'&.-]{0,30}";

    /** "City Archivist for the North Ada Lamb", "The Norwegian delegate", "a NASA senior official". */
    private static final String SPEAKER = "(?:(?:The|the|An?|an?) )?" + CAPITALISED + "(?: (?:" + CAPITALISED
            + "|of(?: the)?(?= \\p{Lu})|(?:to|for) the(?= \\p{Lu})|de(?= \\p{Lu})|van|von|al-\\p{L}{1,30})){0,8}(?: "
            + ROLE
            + ")?"
            + "|(?:The|the|An?|an?|One) " + ROLE + "(?: (?:of|for)(?: the)? " + CAPITALISED + "(?: " + CAPITALISED
            + "){0,3})?";

    /** The speaker, perhaps with something about him between commas, then the verb. */
    private static final Pattern BEFORE = Pattern.compile("(?<![\\p{L}\\p{N}-])(" + SPEAKER
            + ")(?:, [^,\"“”]{3,80},)?(?: (?:has|have|had|also|later|then|once|repeatedly|earlier)){0,2} (?=\\p{Ll})"
            + SAYS
            + "\\b(?! to be\\b)");

    /** The verb behind a quotation or a comma, then the speaker. */
    private static final Pattern BEHIND =
            Pattern.compile("[,\"”?!] ?" + SpeechVerbs.sayingBefore() + " (" + SPEAKER + ")");

    private static final Pattern ACCORDING = Pattern.compile("\\b[Aa]ccording to (" + SPEAKER + ")");

    /** As {@link #WHO_SPEAKS}, of single persons alone. */
    private static final Pattern ROLE_NOUN =
            Pattern.compile("(?<!\\p{L})(?:\\p{L}{2,20}(?:er|or|ist|ian|[ae]nt|man|woman|person)|official"
                    + "|representative|chief|critic|analyst|expert|judge|witness|secretary|relative|colleague)$");

    private static final Pattern SPACE = Pattern.compile(" ");

    private static final Pattern ENDS_IN_INITIAL = Pattern.compile("(?:^|[ .])\\p{Lu}\\.$");

    private static final Pattern QUOTATION = Pattern.compile("[\"“][^\"“”]*[\"”]");

    private Attribution() {}

    /** Whether a noun, with what stands before it, ends as those do that say what a person is: "chief engineer". */
    static boolean isRole(String words) {
        return ROLE_NOUN.matcher(words).find();
    }

    /** The speaker's place in the text; empty if the sentence names none. */
    public static Optional<Span> of(String text, Span sentence) {
        FoldedText folded = FoldedText.keepingCase(sentence.of(text));
        String words = unquoted(folded.text().replace('\n', ' '));
        for (Pattern pattern : new Pattern[] {BEFORE, BEHIND, ACCORDING}) {
            Matcher matcher = pattern.matcher(words);
            for (int from = 0; from <= words.length() && matcher.find(from); ) {
                Span speaker = new Span(matcher.start(1), end(matcher));
                if (speaks(speaker.of(words))) {
                    return Optional.of(folded.original(speaker).shifted(sentence.start()));
                }
                from = matcher.start(1) + 1;
            }
        }
        return Optional.empty();
    }

    /** Whether words can name a speaker: not a pronoun or a day alone, and no clause, "the bridge that the engineer". */
    private static boolean speaks(String words) {
        List<String> each = SPACE.splitAsStream(words).toList();
        String first = each.get(0);
        if (each.size() == 1) {
            return !isNobody(first);
        }
        for (int i = 1; i < each.size(); i++) {
            if (WordClass.isFunctionWord(each.get(i)) && !leadsToName(each, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNobody(String word) {
        boolean acronym = Word.isInCapitals(word);
        String lower = word.toLowerCase(Locale.ROOT);
        return !acronym
                && (WordClass.isFunctionWord(lower)
                        || lower.equals("others")
                        || CalendarNames.WEEKDAYS.contains(word)
                        || CalendarNames.MONTHS.contains(word));
    }

    /** Whether a capital follows the word, or the article behind it: "of England", "to the UN". */
    private static boolean leadsToName(List<String> words, int at) {
        int next = at + 1 < words.size() && words.get(at + 1).equals("the") ? at + 2 : at + 1;
        return next < words.size() && Character.isUpperCase(words.get(next).codePointAt(0));
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
