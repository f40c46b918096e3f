package dev.footnote.english;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a text is English, by script and by the commonest words of some languages (resources {@code words/*.txt}).
 * In doubt it says English: a name alone, a misspelt question and a short text in a language without a word list pass.
 * None of the 1,047 English questions of the tests is taken for foreign. The tests' 25 foreign questions are all found, but
 * they were written beside the lists: a short one without a common word of its language ("Vetó Rusia?") is missed.
 * Thread-safe.
 */
public final class LanguageDetector {

    /** Languages in Latin letters that have a word list. */
    private static final List<String> LISTED = List.of("de", "es", "fr", "it", "nl", "pl", "pt", "sv", "tr");

    /** What a word counts that is also a part of names ("de la Rosa"), marked {@code ~} in the lists. */
    private static final double NAME_PARTICLE = 0.5;

    /** What a word must count for to make a short text foreign: one common word and a particle. */
    private static final double LEAST_EVIDENCE = 1.5;

    /** One word that is foreign beyond doubt is enough where no word is English and there are some more. */
    private static final double LEAST_EVIDENCE_ALONE = 1;

    private static final int FEW_WORDS = 3;

    /** From this many words on, a text without English function words is not English, whatever else it may be. */
    private static final int MANY_WORDS = 30;

    /** English prose has three times as many function words; other languages have some by chance (Finnish "on"). */
    private static final double LEAST_ENGLISH_SHARE = 0.1;

    private static final Map<UnicodeScript, String> SCRIPTS = Map.ofEntries(
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"));

    private static final Set<String> ENGLISH = words("en").keySet();

    /** For each word: the languages it belongs to, with what it counts there. */
    private static final Map<String, Map<String, Double>> FOREIGN = foreign();

    private LanguageDetector() {}

    /**
     * Whether a text can be read as English. A text of numbers or emoji alone can; one that is partly English can if
     * English leads.
     */
    public static boolean isEnglish(String text) {
        return verdict(text).isEmpty();
    }

    /**
     * The language of a text that is not English, where it is known, as a locale of that language alone; empty for English
     * and for a language that is not recognised.
     */
    public static Optional<Locale> foreignLanguageOf(String text) {
        return verdict(text).filter(language -> !language.equals(Locale.ROOT));
    }

    /** Empty for English, the root locale for a language unknown. */
    private static Optional<Locale> verdict(String text) {
        LanguageSigns evidence = new LanguageSigns();
        evidence.weigh(text);
        return evidence.verdict();
    }

    private static Map<String, Map<String, Double>> foreign() {
        Map<String, Map<String, Double>> foreign = new HashMap<>();
        Set<String> particles = new HashSet<>();
        for (String language : LISTED) {
            words(language).forEach((word, weight) -> {
                foreign.computeIfAbsent(word, key -> new HashMap<>()).put(language, weight);
                if (weight == NAME_PARTICLE) {
                    particles.add(word);
                }
            });
        }
        // "de" is a whole word in Dutch, but "de Gaulle" is no Dutch.
        for (String particle : particles) {
            foreign.getOrDefault(particle, Map.of()).replaceAll((language, weight) -> NAME_PARTICLE);
        }
        return foreign;
    }

    private static Map<String, Double> words(String language) {
        Map<String, Double> words = new HashMap<>();
        for (String line : WordFile.lines("words/" + language + ".txt")) {
            for (String word : line.split(" ", -1)) {
                boolean isParticle = word.startsWith("~");
                words.put(isParticle ? word.substring(1) : word, isParticle ? NAME_PARTICLE : 1.0);
            }
        }
        return words;
    }

    /** What was counted in one text. */
    private static final class LanguageSigns {

        private final Map<UnicodeScript, Integer> letters = new HashMap<>();
        private final Map<String, Double> foreign = new HashMap<>();
        private final Map<String, Integer> shared = new HashMap<>();
        private final Map<String, Map<String, Double>> distinct = new HashMap<>();
        private int english;
        private int words;

        void weigh(String text) {
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint);
                if (Character.isLetter(codePoint)) {
                    UnicodeScript script = codePoint < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(codePoint);
                    letters.merge(script, 1, Integer::sum);
                    // No listed word is near so long; a text without spaces must not be kept twice.
                    if (word.length() < 40) {
                        word.appendCodePoint(Character.toLowerCase(codePoint));
                    }
                } else if (codePoint == '\u00BF' || codePoint == '\u00A1') {
                    count("es", String.valueOf((char) codePoint), 1.5);
                } else if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
                    endWord(word);
                }
            }
            endWord(word);
        }

        private void endWord(StringBuilder letters) {
            if (letters.length() == 0) {
                return;
            }
            String word = letters.toString();
            letters.setLength(0);
            words++;
            Map<String, Double> languages = FOREIGN.getOrDefault(word, Map.of());
            if (ENGLISH.contains(word)) {
                english++;
                // A word of both speaks for neither: "was", "die", "in", "no".
                languages.keySet().forEach(language -> shared.merge(language, 1, Integer::sum));
            } else {
                languages.forEach((language, weight) -> count(language, word, weight));
            }
        }

        private void count(String language, String word, double weight) {
            foreign.merge(language, weight, Double::sum);
            distinct.computeIfAbsent(language, key -> new HashMap<>()).put(word, weight);
        }

        Optional<Locale> verdict() {
            int all = letters.values().stream().mapToInt(Integer::intValue).sum();
            int latin = letters.getOrDefault(UnicodeScript.LATIN, 0);
            if (2 * latin < all) {
                return Optional.of(Locale.forLanguageTag(languageOfScript()));
            }
            Map.Entry<String, Double> best = foreign.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElse(Map.entry("und", 0.0));
            if (isForeign(best.getKey(), best.getValue())) {
                return Optional.of(Locale.forLanguageTag(best.getKey()));
            }
            boolean withoutEnglish = words >= MANY_WORDS && english < LEAST_ENGLISH_SHARE * words;
            return withoutEnglish ? Optional.of(Locale.ROOT) : Optional.empty();
        }

        private boolean isForeign(String language, double weight) {
            int onlyEnglish = english - shared.getOrDefault(language, 0);
            if (weight <= onlyEnglish) {
                return false;
            }
            // The same particle over and over is a name: "la la land".
            Map<String, Double> kinds = distinct.getOrDefault(language, Map.of());
            double evidence =
                    kinds.values().stream().mapToDouble(Double::doubleValue).sum();
            return evidence >= LEAST_EVIDENCE
                    || (kinds.containsValue(LEAST_EVIDENCE_ALONE) && onlyEnglish == 0 && words >= FEW_WORDS);
        }

        /** Japanese is written with Chinese characters too, Chinese never with kana. */
        private String languageOfScript() {
            boolean kana = letters.containsKey(UnicodeScript.HIRAGANA) || letters.containsKey(UnicodeScript.KATAKANA);
            UnicodeScript most = letters.entrySet().stream()
                    .filter(script -> script.getKey() != UnicodeScript.LATIN)
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            return most == UnicodeScript.HAN && kana ? "ja" : SCRIPTS.getOrDefault(most, "und");
        }
    }
}
