package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises sentences that say when something was. */
public final class TimeMentions {

    private static final String MONTH =
            "(?:" + WordClass.anyOf(CalendarNames.MONTHS) + "|" + WordClass.anyOf(CalendarNames.SHORT_MONTHS) + "\\.)";

    private static final String SEASON = WordClass.anyOf(CalendarNames.SEASONS);

    private static final String UNIT = "(?:hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))";

    private static final int LAST_CENTURY = 21;

    private static final String YEAR = "(?:1\\d{3}|20\\d{2})";

    /**
     * A weekday, a date, a year or a time told from today. A month or a number alone may be something else, so they need
     * a word or a number beside them that makes them a time.
     */
    private static final Pattern WHEN = Pattern.compile("\\b(?:" + WordClass.anyOf(CalendarNames.WEEKDAYS) + "\\b"
            + "|" + MONTH + " (?:\\d{1,2}(?:st|nd|rd|th)?|" + YEAR + ")\\b"
            + "|\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTH
            + "|(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Dd]uring|[Tt]his) " + MONTH
            + "|(?:[Ii]n|[Ss]ince|[Ff]rom|[Oo]f|[Bb]y|[Uu]ntil|[Tt]ill|[Tt]o|[Aa]round|[Aa]bout|[Aa]fter|[Bb]efore|[Dd]uring"
            + "|[Yy]ear|[Ee]arly|[Ll]ate|[Mm]id|[Bb]etween|and|" + SEASON + "|" + MONTH + ",?) " + YEAR
            + "\\b(?! \\p{Ll}{2,}s\\b| (?:people|men|women|children|feet)\\b)"
            + "|" + YEAR + "-\\d{2}-\\d{2}\\b|\\d{1,2}[/.]\\d{1,2}[/.]" + YEAR + "\\b|" + YEAR + "s\\b"
            + "|[Yy]esterday\\b|[Tt]omorrow\\b|[Tt]oday\\b|[Tt]onight\\b"
            + "|(?:[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this) (?:week|month|year|night|weekend|century|decade|" + SEASON
            + ")\\b"
            + "|(?:\\d{1,9}|an?|" + WordClass.anyOf(NumberWords.unitWords()) + "|several|many|few) "
            + UNIT + " (?:ago|later|earlier|before)\\b"
            + "|(?:\\d{1,2}(?:st|nd|rd|th)|" + WordClass.anyOf(NumberWords.ordinals(1, LAST_CENTURY)) + ") century\\b)"
            + "|\\(" + YEAR + "\\)|^" + YEAR + "\\b");

    /** The first word of a date that is a name or a number; a capital may also be that of a sentence's first word. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?!(?:In|Since|Until|Till|By|From|Of|To|Around|About"
                    + "|After|Before|During|Between|Year|Early|Late|Mid|Last|Next|This|Earlier|An?)\\b)[\\p{Lu}\\p{N}]");

    private static final Pattern YEAR_BEHIND = Pattern.compile(",? " + YEAR + "\\b");

    private TimeMentions() {}

    /** The first time that a text names, without the words before a name or a number, such as "in" or "since". */
    public static Optional<Span> first(String text) {
        Matcher when = WHEN.matcher(text);
        if (!when.find()) {
            return Optional.empty();
        }
        Matcher name = NAMED.matcher(when.group());
        int from = name.find() ? name.start() : 0;
        int closing = when.group().endsWith(")") ? 1 : 0;
        Matcher year = YEAR_BEHIND.matcher(text).region(when.end(), text.length());
        int end = year.lookingAt() ? year.end() : when.end() - closing;
        return Optional.of(new Span(when.start() + from, end));
    }

    /** Whether a text names a weekday, a date, a year or a time told from today. */
    public static boolean isIn(CharSequence text) {
        return WHEN.matcher(text).find();
    }
}
