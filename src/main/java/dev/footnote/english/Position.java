package dev.footnote.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place that is named by counting: "paragraph 12", "the last two sentences", "second sentence of the third
 * paragraph".
 *
 * @param paragraphs which of the article; null where only sentences are counted
 * @param sentences which of those paragraphs, or of the whole article; null where whole paragraphs are meant
 * @param name as it is named, in lower case
 */
public record Position(@Nullable Range paragraphs, @Nullable Range sentences, String name) {

    private static final int HIGHEST_WORD = 20;

    private static final List<String> ORDINALS = NumberWords.ordinals(1, HIGHEST_WORD);

    private static final List<String> NUMBERS = NumberWords.cardinals(1, HIGHEST_WORD);

    /** Words for places that are counted from the end. */
    private static final Map<String, Integer> FROM_END =
            Map.of("last", -1, "final", -1, "closing", -1, "penultimate", -2);

    private static final String UNIT = "(paragraphs?|paras?|sentences?)";

    private static final String NUMBER = "(\\d{1,6}|" + String.join("|", NUMBERS) + ")";

    /** "paragraph 12", "sentences 2 to 4". */
    private static final Pattern NUMBERED = Pattern.compile("\\b" + UNIT + "(?: (?:number|no\\.?|nr\\.?|#))? ?#?"
            + NUMBER + "(?: ?(?:-|–|to|and|through) ?" + NUMBER + ")?\\b");

    /** "the third paragraph", "last two sentences". */
    private static final Pattern COUNTED = Pattern.compile("\\b(\\d{1,6}(?:st|nd|rd|th)|" + String.join("|", ORDINALS)
            + "|opening|" + String.join("|", FROM_END.keySet()) + ")(?: " + NUMBER + ")? " + UNIT + "\\b");

    private static final Pattern PART =
            Pattern.compile(UNIT + "|\\d+(?:st|nd|rd|th)?(?:-\\d+)?|opening|number|no|nr|through");

    /**
     * A run of paragraphs or sentences, counted from 1, or from -1 backwards from the end.
     *
     * @param first its first
     * @param last its last
     */
    public record Range(int first, int last) {

        /** The part of a list; empty where it has not so many. */
        public <T> List<T> of(List<T> all) {
            int from = first > 0 ? first - 1 : all.size() + first;
            int to = last > 0 ? last : all.size() + last + 1;
            return first == 0 || from < 0 || from >= all.size() || to <= from
                    ? List.of()
                    : all.subList(from, Math.min(to, all.size()));
        }
    }

    /** The place that a question names; empty if it names none. */
    public static Optional<Position> in(String question) {
        String text = question.toLowerCase(Locale.ROOT);
        Range paragraphs = null;
        Range sentences = null;
        List<String> names = new ArrayList<>();
        for (Pattern pattern : List.of(COUNTED, NUMBERED)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                boolean counted = pattern == COUNTED;
                Range range = counted
                        ? counted(matcher.group(1), matcher.group(2))
                        : numbered(matcher.group(2), matcher.group(3));
                if (range == null) {
                    return Optional.empty();
                }
                if (matcher.group(counted ? 3 : 1).startsWith("para")) {
                    paragraphs = range;
                    names.add(matcher.group());
                } else {
                    sentences = range;
                    names.add(0, matcher.group());
                }
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(paragraphs, sentences, String.join(" of ", names)));
    }

    /** Whether a word can be part of a place's name. */
    public static boolean isPart(String word) {
        return PART.matcher(word).matches()
                || NUMBERS.contains(word)
                || ORDINALS.contains(word)
                || FROM_END.containsKey(word);
    }

    /** The sentences at this place; empty where the article has no such. */
    public List<Sentence> of(List<Sentence> article) {
        List<Sentence> inside = article;
        if (paragraphs != null) {
            List<Integer> numbers =
                    article.stream().map(Sentence::paragraph).distinct().toList();
            List<Integer> meant = paragraphs.of(numbers);
            inside = article.stream()
                    .filter(sentence -> meant.contains(sentence.paragraph()))
                    .toList();
        }
        return sentences == null ? inside : sentences.of(inside);
    }

    private static @Nullable Range counted(String ordinal, @Nullable String many) {
        int length = many == null ? 1 : number(many);
        Integer fromEnd = FROM_END.get(ordinal);
        if (fromEnd != null) {
            return length < 1 ? null : new Range(fromEnd - length + 1, fromEnd);
        }
        int first = ordinal.equals("opening")
                ? 1
                : Character.isDigit(ordinal.charAt(0))
                        ? Integer.parseInt(ordinal.replaceAll("\\D", ""))
                        : ORDINALS.indexOf(ordinal) + 1;
        return first < 1 || length < 1 ? null : new Range(first, first + length - 1);
    }

    private static Range numbered(String first, @Nullable String last) {
        int from = number(first);
        int to = last == null ? from : number(last);
        return new Range(Math.min(from, to), Math.max(from, to));
    }

    private static int number(String word) {
        return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : NUMBERS.indexOf(word) + 1;
    }
}
