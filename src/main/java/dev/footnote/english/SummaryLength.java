package dev.footnote.english;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How long a summary should be, as the words of the question say: "in one sentence", "3 bullet points", "in brief".
 *
 * @param sentences how many at most; empty where no length is named
 * @param asList whether each is to stand by itself in a list
 */
public record SummaryLength(OptionalInt sentences, boolean asList) {

    /** More sentences than these are no summary. */
    private static final int MOST = 10;

    private static final int FEW = 2;
    private static final int COUPLE = 2;

    private static final Set<String> SENTENCES = Set.of("sentence", "sentences", "line", "lines");
    private static final Set<String> POINTS =
            Set.of("point", "points", "bullet", "bullets", "bulletpoints", "takeaway", "takeaways");
    private static final Set<String> SHORT =
            Set.of("brief", "briefly", "short", "shortly", "nutshell", "tldr", "quick", "quickly");

    public SummaryLength {
        if (sentences.isPresent() && (sentences.getAsInt() < 1 || sentences.getAsInt() > MOST)) {
            throw new IllegalArgumentException(
                    "A summary has 1 to " + MOST + " sentences, not " + sentences.getAsInt());
        }
    }

    /** The length that a question asks for. */
    public static SummaryLength of(String question) {
        List<String> words = QuestionWords.of(question);
        boolean asList = words.stream().anyMatch(word -> word.startsWith("bullet") || POINTS.contains(word));
        for (int i = 0; i < words.size(); i++) {
            boolean counts = SENTENCES.contains(words.get(i)) || POINTS.contains(words.get(i));
            for (int back = 1; counts && back <= 3 && back <= i; back++) {
                OptionalInt number = number(
                        words.get(i - back), back == 1 || !words.get(i - back).equals("a"));
                if (number.isPresent()) {
                    return new SummaryLength(OptionalInt.of(Math.max(1, Math.min(MOST, number.getAsInt()))), asList);
                }
            }
        }
        boolean isShort = words.stream().anyMatch(SHORT::contains);
        return new SummaryLength(isShort ? OptionalInt.of(FEW) : OptionalInt.empty(), asList);
    }

    private static OptionalInt number(String word, boolean alsoArticle) {
        if (word.length() <= 3 && word.chars().allMatch(Character::isDigit)) {
            return OptionalInt.of(Integer.parseInt(word));
        }
        if (alsoArticle && (word.equals("a") || word.equals("single"))) {
            return OptionalInt.of(1);
        }
        if (word.equals("couple")) {
            return OptionalInt.of(COUPLE);
        }
        var unit = NumberWords.unit(word);
        return unit.isPresent() ? OptionalInt.of((int) unit.getAsLong()) : OptionalInt.empty();
    }
}
