package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a text by their initials, so that a question about the "UN" is read as one about the "United Nations"
 * where the text writes that, and the other way round. Immutable.
 */
public final class ShortForms {

    private static final int MOST_LETTERS = 6;

    /** A line of capitals, such as a title, has names in it, but no longer ones. */
    private static final int MOST_WORDS = 9;

    /** A word, or letters each with a full stop after it, "U.N."; possessive quantifiers keep it linear. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?:\\p{L}\\.){2,6}+|[\\p{L}\\p{M}]++(?!\\p{N}))");

    private static final Pattern BETWEEN = Pattern.compile("\\s{1,3}");

    /** The commonest name of each short form, in lower case. */
    private final Map<String, String> names;

    /** The short forms that the text has itself, in lower case. */
    private final Set<String> written;

    /** The words that the text has in lower case. */
    private final Set<String> plain;

    private ShortForms(Map<String, String> names, Set<String> written, Set<String> plain) {
        this.names = Map.copyOf(names);
        this.written = Set.copyOf(written);
        this.plain = Set.copyOf(plain);
    }

    /** The names and short forms of a text. */
    public static ShortForms of(String text) {
        List<WrittenWord> words = words(text);
        Map<String, Map<String, Integer>> counted = new HashMap<>();
        Set<String> written = new HashSet<>();
        Set<String> plain = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            WrittenWord word = words.get(from);
            if (word.isShort()) {
                written.add(word.letters());
            } else if (word.isPlain()) {
                plain.add(word.text());
            } else {
                namesFrom(words, from, text)
                        .forEach((letters, name) -> counted.computeIfAbsent(letters, key -> new LinkedHashMap<>())
                                .merge(name, 1, Integer::sum));
            }
        }
        Map<String, String> names = new HashMap<>();
        counted.forEach((letters, each) -> names.put(letters, commonest(each)));
        return new ShortForms(names, written, plain);
    }

    private static String commonest(Map<String, Integer> counted) {
        String best = "";
        int most = 0;
        for (Map.Entry<String, Integer> each : counted.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        return best;
    }

    /** The names that begin with a word, by their initials with and without those of the small words between. */
    private static Map<String, String> namesFrom(List<WrittenWord> words, int from, String text) {
        Map<String, String> names = new HashMap<>();
        Initials capitals = new Initials();
        Initials all = new Initials();
        for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
            WrittenWord word = words.get(to);
            boolean follows = to == from
                    || BETWEEN.matcher(text.substring(
                                    words.get(to - 1).span().end(), word.span().start()))
                            .matches();
            if (!follows || word.isShort() || word.isPlain() && !NameConnectors.contains(word.text())) {
                break;
            }
            all.add(word.text());
            if (word.isPlain()) {
                continue;
            }
            capitals.add(word.text());
            String name = new Span(words.get(from).span().start(), word.span().end()).of(text);
            for (String letters : List.of(capitals.inLowerCase(), all.inLowerCase())) {
                if (isShort(letters)) {
                    names.put(letters, name);
                }
            }
        }
        return names;
    }

    /** A text with the short forms of names that this text writes in full written so. */
    public String spelledOut(String other) {
        return spelledOut(other, letters -> true);
    }

    /**
     * A question in the words of a passage of this text: with the full name for a short form where the passage has that
     * and not the short form, and with the short form for a name where this text has no other.
     */
    public String inWordsOf(String passage, String question) {
        Set<String> there = new HashSet<>();
        for (WrittenWord word : words(passage)) {
            if (word.isShort()) {
                there.add(word.letters());
            }
        }
        return shortened(spelledOut(
                question,
                letters -> !there.contains(letters) && passage.contains(names.getOrDefault(letters, letters))));
    }

    /**
     * A question with the short form in the place of a name that this text never writes in full. In a question with
     * capitals a name has them; in one without, two initials are too few to know it by.
     */
    public String shortened(String question) {
        if (written.isEmpty()) {
            return question;
        }
        boolean hasCapitals = question.codePoints().skip(1).anyMatch(Character::isUpperCase);
        List<WrittenWord> words = words(question);
        for (int from = 0; from < words.size(); from++) {
            Initials letters = new Initials();
            boolean isKnown = true;
            for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
                WrittenWord word = words.get(to);
                String lower = word.text().toLowerCase(Locale.ROOT);
                if (NameConnectors.contains(lower) && to > from) {
                    continue;
                }
                if (word.isShort()
                        || hasCapitals && word.isPlain()
                        || QuestionWords.isEmpty(lower)
                        || WordClass.isFunctionWord(lower)) {
                    break;
                }
                letters.add(word.text());
                isKnown &= plain.contains(lower);
                String key = letters.inLowerCase();
                if (key.length() >= (hasCapitals ? Initials.FEWEST : Initials.FEWEST + 1)
                        && !isKnown
                        && written.contains(key)
                        && !names.containsKey(key)) {
                    return question.substring(0, words.get(from).span().start())
                            + key.toUpperCase(Locale.ROOT)
                            + question.substring(word.span().end());
                }
            }
        }
        return question;
    }

    private String spelledOut(String other, Predicate<String> where) {
        boolean isShouted = other.codePoints().noneMatch(Character::isLowerCase);
        StringBuilder spelled = new StringBuilder();
        int done = 0;
        for (WrittenWord word : words(other)) {
            Optional<String> name = isMeant(word, isShouted) && where.test(word.letters())
                    ? Optional.ofNullable(names.get(word.letters()))
                    : Optional.empty();
            if (name.isPresent()) {
                spelled.append(other, done, word.span().start()).append(name.get());
                done = word.span().end();
            }
        }
        return done == 0 ? other : spelled.append(other, done, other.length()).toString();
    }

    /** Whether a word is a short form; people type them without capitals too. */
    private boolean isMeant(WrittenWord word, boolean isShouted) {
        if (word.isShort() && !isShouted) {
            return true;
        }
        String text = word.letters();
        return (word.isPlain() || isShouted)
                && isShort(text)
                && !plain.contains(text)
                && !QuestionWords.isEmpty(text)
                && !WordClass.isFunctionWord(text);
    }

    /** Whether letters are as many as a short form has. */
    private static boolean isShort(String letters) {
        return letters.length() >= Initials.FEWEST && letters.length() <= MOST_LETTERS;
    }

    private static List<WrittenWord> words(String text) {
        List<WrittenWord> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new WrittenWord(word.group(), new Span(word.start(), word.end())));
        }
        return words;
    }

    /** A word and where it stands. */
    private record WrittenWord(String text, Span span) {

        /** Whether it is written as a short form: "UN", "U.N.". */
        boolean isShort() {
            String letters = text.replace(".", "");
            return ShortForms.isShort(letters) && letters.codePoints().allMatch(Character::isUpperCase);
        }

        /** Whether it is written without a capital. */
        boolean isPlain() {
            return Character.isLowerCase(text.codePointAt(0));
        }

        String letters() {
            return text.replace(".", "").toLowerCase(Locale.ROOT);
        }
    }
}
