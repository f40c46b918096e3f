package dev.footnote.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A number of a text with what it counts or measures.
 *
 * @param value in digits
 * @param unit what it measures, in one form whether sign or word, "percent", "euro"; empty where it measures nothing
 * @param counted the stem of the noun that it counts, as far as the words' order tells; empty where none follows
 */
public record Quantity(String value, String unit, String counted) {

    /** As many words may stand between a number and the noun that it counts. */
    private static final int REACH = 3;

    private static final Map<String, String> SIGNS =
            Map.of("%", "percent", "$", "dollar", "€", "euro", "£", "pound", "¥", "yen");

    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
            Map.entry("pct", "percent"),
            Map.entry("usd", "dollar"),
            Map.entry("eur", "euro"),
            Map.entry("gbp", "pound"),
            Map.entry("m", "metr"),
            Map.entry("meter", "metr"),
            Map.entry("meters", "metr"),
            Map.entry("km", "kilometr"),
            Map.entry("kilometer", "kilometr"),
            Map.entry("kilometers", "kilometr"),
            Map.entry("cm", "centimetr"),
            Map.entry("mm", "millimetr"),
            Map.entry("feet", "foot"),
            Map.entry("ft", "foot"),
            Map.entry("kg", "kilogram"),
            Map.entry("g", "gram"),
            Map.entry("ton", "tonn"),
            Map.entry("tons", "tonn"));

    /** Units that only say how things are counted. */
    private static final Set<String> NO_MEASURES = WordClass.union("people men women children");

    /** The quantities of a text, in its order. */
    public static List<Quantity> of(String text) {
        return of(text, Word.of(text));
    }

    /** As {@link #of(String)}, for a text whose words are known. */
    public static List<Quantity> of(String text, List<Word> words) {
        List<Quantity> quantities = new ArrayList<>();
        for (Term term : Terms.of(words)) {
            if (term.kind() == Term.TermKind.NUMBER && !term.value().isEmpty()) {
                quantities.add(of(text, words, term));
            }
        }
        return quantities;
    }

    private static Quantity of(String text, List<Word> words, Term term) {
        int at = words.indexOf(term.head()) + 1;
        String unit = unit(text, words, term, at);
        String counted = "";
        for (int i = at; i < Math.min(words.size(), at + REACH); i++) {
            Word word = words.get(i);
            if (word.clause() != term.head().clause() || word.isLight()) {
                break;
            }
            counted = word.stem();
        }
        return new Quantity(term.value(), unit, counted);
    }

    private static String unit(String text, List<Word> words, Term term, int at) {
        int start = term.span().start();
        int end = term.span().end();
        if (end < text.length() && text.charAt(end) == '%') {
            return "percent";
        }
        if (start > 0) {
            String sign = SIGNS.get(text.substring(start - 1, start));
            if (sign != null) {
                return sign;
            }
        }
        if (at < words.size() && words.get(at).span().start() - end <= 1) {
            String key = words.get(at).key();
            boolean per = key.equals("per")
                    && at + 1 < words.size()
                    && words.get(at + 1).key().equals("cent");
            if (per) {
                return "percent";
            }
            if (Measures.isUnit(key) && !NO_MEASURES.contains(key)) {
                return SHORT_FORMS.getOrDefault(key, Inflection.stem(key));
            }
        }
        return "";
    }

    /** Whether both have the number, and measure other things by it. */
    public boolean hasOtherUnit(Quantity other) {
        return value.equals(other.value) && !unit.isEmpty() && !other.unit.isEmpty() && !unit.equals(other.unit);
    }

    /** Whether both measure the same thing and have other numbers. */
    public boolean hasOtherValue(Quantity other) {
        return !value.equals(other.value)
                && (unit.isEmpty()
                        ? !counted.isEmpty() && Inflection.areAkin(counted, other.counted)
                        : unit.equals(other.unit));
    }

    /** Whether both have the number, and count things of the same name by it. */
    public boolean isLike(Quantity other) {
        return value.equals(other.value)
                && unit.equals(other.unit)
                && (counted.equals(other.counted) || Inflection.areAkin(counted, other.counted));
    }
}
