package dev.footnote.english;

import com.ibm.icu.impl.ICUData;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import com.ibm.icu.util.UResourceBundleIterator;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of countries, so that "US", "U.S.", "the United States" and "American" are one. The names are CLDR's, long,
 * short and variant, with a few that it lacks ({@code country-names.txt}); the words for their people are made with
 * common endings ("Syrian"), the irregular ones listed ({@code demonyms.txt}).
 */
public final class CountryNames {

    private static final String NAMES = "country-names.txt";
    private static final String DEMONYMS = "demonyms.txt";

    /** A shorter word is not taken apart. */
    private static final int SHORTEST = 4;

    /** Before a country's name these make another place of it: "New Mexico", "South America". */
    private static final Set<String> CHANGING = Set.of("New", "South", "North", "Northern");

    /** Endings of the words for a people. */
    private static final List<String> ENDINGS = List.of("ns", "n", "ans", "an", "ians", "ian", "ese", "ish", "is", "i");

    /** What a country's name may end in where such an ending replaces it. */
    private static final List<String> REPLACED = List.of("", "a", "e", "o", "y", "ia");

    /** Codes by name, as it is written. */
    private static final Map<String, String> WRITTEN = written();

    /** The names by their first character, the longest first: "Papua New Guinea" is not Guinea. */
    private static final Map<Character, List<String>> BY_INITIAL = byInitial();

    /** Codes by name; names in the keys of {@link Word}, joined by a space. */
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /**
     * A country's name in a text.
     *
     * @param span where it stands
     * @param code the country's, of ISO 3166
     */
    public record NamedCountry(Span span, String code) {}

    /** The country that words name, or whose people they name; null if none. */
    public static @Nullable String code(String keys) {
        String known = CODES.get(keys);
        if (known != null || keys.length() <= SHORTEST) {
            return known;
        }
        for (String ending : ENDINGS) {
            if (keys.endsWith(ending)) {
                String stem = keys.substring(0, keys.length() - ending.length());
                for (String rest : REPLACED) {
                    String code = stem.length() + rest.length() < SHORTEST ? null : CODES.get(stem + rest);
                    if (code != null) {
                        return code;
                    }
                }
            }
        }
        return null;
    }

    /** The names of countries that are written in a part of a text, in its order; not those of their people. */
    public static List<NamedCountry> in(String text, Span part) {
        List<NamedCountry> found = new ArrayList<>();
        int at = part.start();
        while (at < part.end()) {
            String name = begins(text, at) ? nameAt(text, at, part.end()) : null;
            if (name == null) {
                at++;
            } else {
                found.add(new NamedCountry(new Span(at, at + name.length()), WRITTEN.getOrDefault(name, "")));
                at += name.length();
            }
        }
        return found;
    }

    private static @Nullable String nameAt(String text, int at, int end) {
        for (String name : BY_INITIAL.getOrDefault(text.charAt(at), List.of())) {
            int behind = at + name.length();
            if (behind <= end
                    && text.startsWith(name, at)
                    && (behind == text.length() || !Character.isLetterOrDigit(text.codePointAt(behind)))) {
                return name;
            }
        }
        return null;
    }

    private static boolean begins(String text, int at) {
        if (at == 0) {
            return true;
        }
        int before = text.codePointBefore(at);
        if (Character.isLetterOrDigit(before) || before == '.') {
            return false;
        }
        if (before != ' ') {
            return true;
        }
        int from = at - 1;
        while (from > 0 && at - from < 12 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        return !CHANGING.contains(text.substring(from, at - 1));
    }

    private static Map<String, String> written() {
        Map<String, String> written = new TreeMap<>();
        WordFile.lines(NAMES).forEach(line -> written.put(line.substring(3), line.substring(0, 2)));
        LocaleDisplayNames full = LocaleDisplayNames.getInstance(ULocale.ENGLISH, DisplayContext.LENGTH_FULL);
        LocaleDisplayNames brief = LocaleDisplayNames.getInstance(ULocale.ENGLISH, DisplayContext.LENGTH_SHORT);
        Map<String, String> variants = variants();
        for (String code : ULocale.getISOCountries()) {
            for (String name : new String[] {
                full.regionDisplayName(code), brief.regionDisplayName(code), variants.getOrDefault(code, "")
            }) {
                // "Myanmar (Burma)" has two names.
                for (String each : name.split("[()]", -1)) {
                    if (!each.isBlank() && !each.strip().equals("Republic")) {
                        written.putIfAbsent(each.strip(), code);
                    }
                }
            }
        }
        return Map.copyOf(written);
    }

    /** Names that CLDR has beside the usual one: "Ivory Coast", "Turkey". ICU has no other door to them. */
    private static Map<String, String> variants() {
        Map<String, String> variants = new HashMap<>();
        try {
            UResourceBundleIterator each = UResourceBundle.getBundleInstance(
                            ICUData.ICU_REGION_BASE_NAME, ULocale.ENGLISH)
                    .get("Countries%variant")
                    .getIterator();
            while (each.hasNext()) {
                UResourceBundle variant = each.next();
                variants.put(variant.getKey(), variant.getString());
            }
        } catch (MissingResourceException e) {
            throw new IllegalStateException("This version of ICU4J has no variant names of countries", e);
        }
        return variants;
    }

    private static Map<Character, List<String>> byInitial() {
        Map<Character, List<String>> names = new HashMap<>();
        WRITTEN.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(name -> names.computeIfAbsent(name.charAt(0), absent -> new ArrayList<>())
                        .add(name));
        return names;
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : ULocale.getISOCountries()) {
            String three = new ULocale("", code).getISO3Country();
            if (!three.isEmpty()) {
                codes.put(three, code);
            }
        }
        WRITTEN.forEach((name, code) -> codes.put(key(name), code));
        for (String line : WordFile.lines(DEMONYMS)) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                codes.put(key(words[i].replace('-', ' ')), words[0]);
            }
        }
        return Map.copyOf(codes);
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (Word word : Word.of(name)) {
            key.append(key.isEmpty() ? "" : " ").append(word.key());
        }
        return key.toString();
    }
}
