package dev.footnote.english;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of days, months and seasons, those of days and months as CLDR has them. */
public final class CalendarNames {

    /** "Monday" to "Sunday". */
    public static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();

    /** "January" to "December". */
    public static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();

    /** "Jan", "Sep", "Sept": as written in America and in Britain; those that are no short form are left out, "May". */
    public static final List<String> SHORT_MONTHS = Stream.of(Locale.US, Locale.UK)
            .flatMap(where -> Arrays.stream(Month.values()).map(month -> month.getDisplayName(TextStyle.SHORT, where)))
            .filter(name -> !MONTHS.contains(name))
            .distinct()
            .toList();

    /** In lower case. */
    public static final List<String> SEASONS = List.of("spring", "summer", "autumn", "fall", "winter");

    /** Days told from the one that is today; in lower case. */
    public static final Set<String> RELATIVE_DAYS = Set.of("today", "yesterday", "tomorrow", "tonight");

    private static final Map<String, String> CANONICAL = canonical();

    private CalendarNames() {}

    /**
     * The same word for all names of a day or a month: "MONDAY" for "monday" and "mon".
     *
     * @param name in lower case
     */
    public static Optional<String> canonical(String name) {
        return Optional.ofNullable(CANONICAL.get(name));
    }

    private static Map<String, String> canonical() {
        Map<String, String> names = new HashMap<>();
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
            for (Locale where : List.of(Locale.US, Locale.UK)) {
                for (DayOfWeek day : DayOfWeek.values()) {
                    names.put(day.getDisplayName(style, where).toLowerCase(Locale.ROOT), day.name());
                }
                for (Month month : Month.values()) {
                    names.put(month.getDisplayName(style, where).toLowerCase(Locale.ROOT), month.name());
                }
            }
        }
        return Map.copyOf(names);
    }
}
