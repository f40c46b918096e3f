package dev.footnote.article;

import dev.footnote.english.AuthorshipWords;
import dev.footnote.english.CalendarNames;
import dev.footnote.english.GenericBylines;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads author, date and source from what a file says of its origin, and drops what says nothing: a placeholder or an
 * address in the place of an author, a date that no calendar has or that lies in the future. What remains need not be
 * true.
 */
final class CredibleOrigin {

    /** A longer text is no list of names. UTF-16 code units. */
    private static final int LONGEST_NAME = 300;

    private static final int FIRST_YEAR = 1000;

    private static final Pattern IN_BRACKETS = Pattern.compile("[<(\\[][^<>()\\[\\]]{1,200}+[>)\\]]");

    private static final Pattern MAIL = Pattern.compile("(?<![^\\s,;])[^\\s@,;]{1,100}+@\\S{1,200}+");

    private static final Pattern LOOSE_ENDS = Pattern.compile("^[\\s,;]++|(?<![\\s,;])[\\s,;]++$");

    private static final Pattern ADDRESS = Pattern.compile("@|://|(?i)\\bwww\\.|^/|^mailto:|\\.(?:com|org|net)\\b");

    /** What a template was to fill in. */
    private static final Pattern TEMPLATE = Pattern.compile("[{}<>\\\\|=]|%\\w|\\$\\w|\\[object\\b");

    /** The name of an account, or a number without a word. */
    private static final Pattern ACCOUNT =
            Pattern.compile("^(?:[a-z][a-z0-9._-]*+|[^\\s\\d]*+\\d\\S*+|\\d++[a-z]?+,?+\\s.*+)$");

    private static final Pattern ISO_DATE =
            Pattern.compile("^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?|/(\\d{1,2})/(\\d{1,2})|(\\d{2})(\\d{2}))?(?!\\d)");
    private static final Pattern DAYS_FIRST = Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,:+-])(\\d{4})(?![\\d:]|[.,]\\d)");
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(?<![\\d:])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s{1,3}+of)?\\s{1,3}+(\\p{L}{3,12}+)"
                    + "|(?<!\\p{L})(\\p{L}{3,12}+)\\.?\\s{1,3}+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])");

    /** What a clock shows that was never set. */
    private static final LocalDate UNSET = LocalDate.EPOCH;

    private static final Pattern LOCAL_SOURCE = Pattern.compile(
            "(?i)^(?:[/#.?]|(?:file|about|javascript|data|blob|chrome|mailto):|https?://(?:localhost|127\\.0\\.0\\.1|\\[::1])\\b)");

    private CredibleOrigin() {}

    /** A name without what stands around it, or null where no author is named. */
    static @Nullable String author(@Nullable String said) {
        if (said == null || said.length() > LONGEST_NAME) {
            return null;
        }
        String name = IN_BRACKETS
                .matcher(said)
                .replaceAll(inside ->
                        ADDRESS.matcher(inside.group()).find() ? " " : Matcher.quoteReplacement(inside.group()));
        name = LOOSE_ENDS.matcher(MAIL.matcher(name).replaceAll(" ")).replaceAll("");
        name = AuthorshipWords.removedBeforeName(name).strip();
        boolean isName = name.codePoints().anyMatch(Character::isLetter)
                && !ADDRESS.matcher(name).find()
                && !TEMPLATE.matcher(name).find()
                && !ACCOUNT.matcher(name).matches()
                && !GenericBylines.isOne(name);
        return isName ? name : null;
    }

    /**
     * A date as it is written, or null where it is none that can be.
     *
     * @param latest the last day that it can be; null where that is not known
     */
    static @Nullable String date(@Nullable String said, @Nullable LocalDate latest) {
        if (said == null) {
            return null;
        }
        try {
            LocalDate first = firstDay(said.strip()).orElse(null);
            boolean canBe = first != null
                    && first.getYear() >= FIRST_YEAR
                    && !first.equals(UNSET)
                    && (latest == null || !first.isAfter(latest));
            return canBe ? said.strip() : null;
        } catch (DateTimeException e) {
            // No calendar has that day.
            return null;
        }
    }

    /** The day that is named, or the first one of the month or year; empty where no year is. */
    private static Optional<LocalDate> firstDay(String date) {
        Matcher iso = ISO_DATE.matcher(date);
        if (iso.find()) {
            return Optional.of(LocalDate.of(
                    number(iso.group(1)),
                    number(first(iso.group(2), iso.group(4), iso.group(6))),
                    number(first(iso.group(3), iso.group(5), iso.group(7)))));
        }
        Matcher numbers = DAYS_FIRST.matcher(date);
        if (numbers.find()) {
            int one = number(numbers.group(1));
            int other = number(numbers.group(3));
            // Britain writes the day first, America the month.
            return Optional.of(
                    LocalDate.of(number(numbers.group(4)), other > 12 ? one : other, other > 12 ? other : one));
        }
        Matcher year = YEAR.matcher(date);
        return year.find() ? Optional.of(inWords(date, number(year.group(1)))) : Optional.empty();
    }

    private static LocalDate inWords(String date, int year) {
        Matcher words = DAY_AND_MONTH.matcher(date);
        while (words.find()) {
            Optional<Month> month = month(first(words.group(2), words.group(3)));
            if (month.isPresent()) {
                return LocalDate.of(year, month.get(), number(first(words.group(1), words.group(4))));
            }
        }
        return LocalDate.of(year, 1, 1);
    }

    private static Optional<Month> month(String name) {
        return CalendarNames.canonical(name.toLowerCase(Locale.ROOT)).flatMap(canonical -> {
            for (Month month : Month.values()) {
                if (month.name().equals(canonical)) {
                    return Optional.of(month);
                }
            }
            return Optional.empty();
        });
    }

    /** The first that is there, else "1". */
    private static String first(@Nullable String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "1";
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Where a text comes from, or null where that leads nowhere from here. */
    static @Nullable String source(@Nullable String said) {
        return said == null || LOCAL_SOURCE.matcher(said.strip()).find() ? null : said.strip();
    }
}
