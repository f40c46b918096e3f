package dev.footnote.english;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names, numbers and dates of a text. */
public final class Terms {

    private static final Map<String, Long> UNITS = units();
    private static final Map<String, Long> SCALES = Map.of(
            "hundred",
            100L,
            "thousand",
            1_000L,
            "million",
            1_000_000L,
            "billion",
            1_000_000_000L,
            "trillion",
            1_000_000_000_000L);
    private static final Map<String, String> DAYS = days();
    private static final Set<String> RELATIVE = Set.of("today", "yesterday", "tomorrow", "tonight");
    /** May a name go on after such a word: "Bank of England", "Charles de Gaulle". */
    private static final Set<String> LINKS =
            Set.of("of", "de", "del", "la", "van", "von", "der", "al", "bin", "du", "di");

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2200;

    private Terms() {}

    /** The terms of a text, in its order. */
    public static List<Term> of(String text) {
        return of(Word.of(text));
    }

    public static List<Term> of(List<Word> words) {
        List<Term> terms = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Term term = numberAt(words, at);
            if (term == null) {
                term = dateAt(words, at);
            }
            if (term == null) {
                term = nameAt(words, at);
            }
            if (term == null) {
                at++;
            } else {
                terms.add(term);
                at += term.words().size();
            }
        }
        return terms;
    }

    private static @Nullable Term dateAt(List<Word> words, int at) {
        Word word = words.get(at);
        if (RELATIVE.contains(word.key())) {
            return new Term(Term.Kind.DATE, List.of(word), word.key());
        }
        String day = DAYS.get(word.key());
        boolean isSure = !word.opens() || word.key().endsWith("day") || isDigits(words, at + 1);
        return day != null && word.isCapital() && isSure ? new Term(Term.Kind.DATE, List.of(word), day) : null;
    }

    private static boolean isDigits(List<Word> words, int at) {
        return at < words.size() && words.get(at).isNumeral();
    }

    private static @Nullable Term numberAt(List<Word> words, int at) {
        Word first = words.get(at);
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal current;
        int next = at + 1;
        if (first.isNumeral()) {
            String digits = first.text().replaceAll("(?:st|nd|rd|th|s)$", "").replaceAll(",(?=\\d{3})", "");
            try {
                current = new BigDecimal(digits.replace(',', '.'));
            } catch (NumberFormatException e) {
                return new Term(Term.Kind.NUMBER, List.of(first), first.key());
            }
        } else if (UNITS.containsKey(first.key())) {
            current = BigDecimal.valueOf(UNITS.getOrDefault(first.key(), 0L));
        } else {
            return null;
        }
        while (next < words.size() && words.get(next).clause() == first.clause()) {
            Long unit = UNITS.get(words.get(next).key());
            Long scale = SCALES.get(words.get(next).key());
            if (scale != null && scale == 100) {
                current = current.multiply(BigDecimal.valueOf(scale));
            } else if (scale != null) {
                total = total.add(current.multiply(BigDecimal.valueOf(scale)));
                current = BigDecimal.ZERO;
            } else if (unit != null && !first.isNumeral()) {
                current = current.add(BigDecimal.valueOf(unit));
            } else if (words.get(next).key().equals("and")
                    && next + 1 < words.size()
                    && SCALES.containsKey(words.get(next - 1).key())
                    && UNITS.containsKey(words.get(next + 1).key())) {
                next++;
                continue;
            } else {
                break;
            }
            next++;
        }
        // "one of the points" counts nothing.
        if (next == at + 1 && first.key().equals("one")) {
            return null;
        }
        BigDecimal value = total.add(current).stripTrailingZeros();
        boolean isYear = next == at + 1
                && first.text().matches("\\d{4}s?")
                && value.intValue() >= FIRST_YEAR
                && value.intValue() < LAST_YEAR;
        return new Term(isYear ? Term.Kind.DATE : Term.Kind.NUMBER, words.subList(at, next), value.toPlainString());
    }

    private static @Nullable Term nameAt(List<Word> words, int at) {
        Word first = words.get(at);
        if (!first.isCapital() || first.isLight() && (first.opens() || !first.isAcronym())) {
            return null;
        }
        int next = at + 1;
        while (next < words.size() && goesOn(words, next)) {
            next += words.get(next).isCapital() ? 1 : 2;
        }
        boolean isAlone = next == at + 1 && first.opens() && !first.isAcronym();
        return new Term(isAlone ? Term.Kind.OPENING : Term.Kind.NAME, words.subList(at, next), "");
    }

    private static boolean goesOn(List<Word> words, int at) {
        Word before = words.get(at - 1);
        Word word = words.get(at);
        if (word.clause() != before.clause()
                || word.span().start() - before.span().end() > 1) {
            return false;
        }
        if (LINKS.contains(word.key())) {
            return at + 1 < words.size()
                    && words.get(at + 1).isCapital()
                    && words.get(at + 1).span().start() - word.span().end() == 1;
        }
        return word.isCapital() && !DAYS.containsKey(word.key()) && !word.isLight();
    }

    private static Map<String, Long> units() {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        Map<String, Long> units = new HashMap<>();
        for (long number = 0; number <= 20; number++) {
            units.put(spelling.format(number), number);
        }
        for (long number = 30; number < 100; number += 10) {
            units.put(spelling.format(number), number);
        }
        units.put("dozen", 12L);
        return Map.copyOf(units);
    }

    private static Map<String, String> days() {
        Map<String, String> days = new HashMap<>();
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT), day.name());
            }
            for (Month month : Month.values()) {
                days.put(month.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT), month.name());
            }
        }
        return Map.copyOf(days);
    }
}
