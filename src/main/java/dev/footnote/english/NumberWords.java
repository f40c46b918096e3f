package dev.footnote.english;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Numbers that are written as words, as CLDR spells them out: "twelve", "thousand", "third". In lower case. */
public final class NumberWords {

    private static final int LAST_ORDINAL = 99;

    private static final Map<String, Long> SCALES = Map.of(
            "hundred", 100L,
            "thousand", 1_000L,
            "million", 1_000_000L,
            "billion", 1_000_000_000L,
            "trillion", 1_000_000_000_000L);

    private static final RuleBasedNumberFormat SPELLING =
            new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);

    private static final Map<String, Long> UNITS = units();
    private static final Map<String, Integer> ORDINALS = ordinals();

    private NumberWords() {}

    /** The value of a word from "zero" to "twenty", of a multiple of ten below a hundred, and of "dozen". */
    public static OptionalLong unit(String word) {
        Long value = UNITS.get(word);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** What a word such as "hundred" or "million" multiplies by. */
    public static OptionalLong scale(String word) {
        Long value = SCALES.get(word);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The place that an ordinal such as "third" names, up to the ninety-ninth. */
    public static OptionalInt ordinal(String word) {
        Integer value = ORDINALS.get(word);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** The words for the numbers from one to another, both included: "one", "two". */
    public static List<String> cardinals(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(NumberWords::spelt).toList();
    }

    /** The words for the places from one to another, both included: "first", "second". */
    public static List<String> ordinals(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(NumberWords::speltOrdinal)
                .toList();
    }

    /** All words that {@link #unit} knows. */
    public static List<String> unitWords() {
        return UNITS.keySet().stream().sorted().toList();
    }

    /** All words that {@link #scale} knows. */
    public static List<String> scaleWords() {
        return SCALES.keySet().stream().sorted().toList();
    }

    /** ICU's format is not safe for use by several threads. */
    private static String spelt(long number) {
        synchronized (SPELLING) {
            return SPELLING.format(number);
        }
    }

    private static String speltOrdinal(long number) {
        synchronized (SPELLING) {
            return SPELLING.format(number, "%spellout-ordinal");
        }
    }

    private static Map<String, Long> units() {
        Map<String, Long> units = new HashMap<>();
        for (long number = 0; number < 100; number += number < 20 ? 1 : 10) {
            units.put(spelt(number), number);
        }
        units.put("dozen", 12L);
        return Map.copyOf(units);
    }

    private static Map<String, Integer> ordinals() {
        Map<String, Integer> ordinals = new HashMap<>();
        for (int number = 1; number <= LAST_ORDINAL; number++) {
            ordinals.put(speltOrdinal(number), number);
        }
        return Map.copyOf(ordinals);
    }
}
