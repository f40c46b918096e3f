package dev.footnote.english;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names, numbers and dates of a text. */
public final class Terms {

    /** May a name go on after such a word: "Bank of England", "Charles de Gaulle". */
    private static final Set<String> LINKS = NameConnectors.PARTICLES;

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
        if (CalendarNames.RELATIVE_DAYS.contains(word.key())) {
            return new Term(Term.TermKind.DATE, List.of(word), word.key());
        }
        String day = CalendarNames.canonical(word.key()).orElse(null);
        boolean isSure = !word.opens() || word.key().endsWith("day") || isDigits(words, at + 1);
        return day != null && word.isCapital() && isSure ? new Term(Term.TermKind.DATE, List.of(word), day) : null;
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
            String digits = first.key().replaceAll("(?:st|nd|rd|th|s)$", "").replaceAll(",(?=\\d{3})", "");
            try {
                current = new BigDecimal(digits.replace(',', '.'));
            } catch (NumberFormatException e) {
                return new Term(Term.TermKind.NUMBER, List.of(first), first.key());
            }
        } else if (NumberWords.unit(first.key()).isPresent()) {
            current = BigDecimal.valueOf(NumberWords.unit(first.key()).getAsLong());
        } else {
            return null;
        }
        while (next < words.size() && words.get(next).clause() == first.clause()) {
            OptionalLong unit = NumberWords.unit(words.get(next).key());
            OptionalLong scale = NumberWords.scale(words.get(next).key());
            if (scale.isPresent() && scale.getAsLong() == 100) {
                current = current.multiply(BigDecimal.valueOf(scale.getAsLong()));
            } else if (scale.isPresent()) {
                total = total.add(current.multiply(BigDecimal.valueOf(scale.getAsLong())));
                current = BigDecimal.ZERO;
            } else if (unit.isPresent() && !first.isNumeral()) {
                current = current.add(BigDecimal.valueOf(unit.getAsLong()));
            } else if (words.get(next).key().equals("and")
                    && next + 1 < words.size()
                    && NumberWords.scale(words.get(next - 1).key()).isPresent()
                    && NumberWords.unit(words.get(next + 1).key()).isPresent()) {
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
                && first.key().matches("\\d{4}s?")
                && value.intValue() >= FIRST_YEAR
                && value.intValue() < LAST_YEAR;
        return new Term(
                isYear ? Term.TermKind.DATE : Term.TermKind.NUMBER, words.subList(at, next), value.toPlainString());
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
        return new Term(isAlone ? Term.TermKind.OPENING : Term.TermKind.NAME, words.subList(at, next), "");
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
        return word.isCapital() && CalendarNames.canonical(word.key()).isEmpty() && !word.isLight();
    }
}
