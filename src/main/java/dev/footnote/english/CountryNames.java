package dev.footnote.english;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of countries, so that "US", "U.S.", "the United States" and "American" are one. The JDK's table of ISO 3166
 * gives names and codes, the resource {@code countries.txt} names that it lacks, a common ending the rest ("Syrian").
 */
public final class CountryNames {

    private static final String RESOURCE = "countries.txt";
    private static final int SHORTEST = 4;

    /** Codes by name; names in the keys of {@link Word}, joined by a space. */
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The country that words name, or whose people they name; null if none. */
    static @Nullable String code(String keys) {
        String known = CODES.get(keys);
        if (known != null || keys.length() <= SHORTEST) {
            return known;
        }
        for (String ending : new String[] {"ns", "n", "ans", "an", "ians", "ian", "ese", "ish", "is", "i"}) {
            if (keys.endsWith(ending)) {
                String stem = keys.substring(0, keys.length() - ending.length());
                for (String rest : new String[] {"", "a", "e", "o", "y", "ia"}) {
                    String code = stem.length() + rest.length() < SHORTEST ? null : CODES.get(stem + rest);
                    if (code != null) {
                        return code;
                    }
                }
            }
        }
        return null;
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            codes.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(country.getISO3Country(), code);
        }
        codes.put("US", "US");
        try (InputStream in = CountryNames.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is not on the class path.");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] names = line.split(" ", -1);
                        for (int i = 1; i < names.length; i++) {
                            codes.put(key(names[i].replace('-', ' ')), names[0]);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read", e);
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
