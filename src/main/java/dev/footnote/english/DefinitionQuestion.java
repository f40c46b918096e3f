package dev.footnote.english;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** "Who is X?", "What's a Y?", "what does Z mean": questions that ask what something is; and texts that ask nothing. */
public final class DefinitionQuestion {

    /** What is asked about has at most so many words: "What is the height of the tower?" is another kind of question. */
    private static final int MOST_WORDS = 5;

    private static final int MOST_WORDS_OF_A_TOPIC = 6;

    private static final Set<String> BE = Set.of("is", "are", "was", "were");

    private static final Set<String> CLOSES = Set.of("mean", "means", "stand for", "stands for");

    private static final Set<String> ASKS = WordClass.union(
            "list name tell explain describe summarise summarize give show compare define please what's who's where's whats whos"
                    + " how's when's why",
            WordClass.QUESTION_WORD,
            WordClass.BE,
            WordClass.DO,
            WordClass.HAVE,
            WordClass.MODAL);

    private DefinitionQuestion() {}

    /** What a question wants to have defined, as it is written there; empty if it is no such question. */
    public static Optional<String> term(String question) {
        String asked = question.strip();
        List<QuestionWords.QuestionWord> words = QuestionWords.in(asked);
        int from = opening(words);
        if (from < 0 || from >= words.size()) {
            return Optional.empty();
        }
        int to = words.size();
        boolean asksMeaning = to - 1 > from && CLOSES.contains(words.get(to - 1).text());
        boolean asksFor = to - 2 > from
                && CLOSES.contains(
                        words.get(to - 2).text() + " " + words.get(to - 1).text());
        boolean wasDo = words.get(from - 1).text().equals("does")
                || words.get(from - 1).text().equals("do");
        if (wasDo && !asksMeaning && !asksFor) {
            return Optional.empty();
        }
        to -= asksMeaning ? 1 : asksFor ? 2 : 0;
        if (WordClass.ARTICLE.contains(words.get(from).text()) && from + 1 < to) {
            from++;
        }
        boolean isName = Character.isUpperCase(asked.charAt(words.get(from).start()));
        boolean tooLong = to - from > MOST_WORDS;
        boolean pointsBack =
                to - from == 1 && QuestionWords.points(words.get(from).text());
        boolean describes = !isName
                && words.subList(from, to).stream()
                        .anyMatch(word -> QuestionGrammar.PREPOSITIONS.contains(word.text()));
        boolean asksOfIt = false;
        for (int i = from; i < to; i++) {
            // "Holm's plan" asks of Holm, "Holm's Hotel" is a name.
            boolean isPartOfName = i + 1 < to
                    && Character.isUpperCase(asked.charAt(words.get(i + 1).start()));
            asksOfIt |=
                    ASKS.contains(words.get(i).text()) || words.get(i).text().endsWith("'s") && !isPartOfName;
        }
        return tooLong || pointsBack || describes || asksOfIt
                ? Optional.empty()
                : Optional.of(asked.substring(
                        words.get(from).start(), words.get(to - 1).end()));
    }

    /** Whether a text asks nothing: some words without a question word, an auxiliary, an order or a question mark. */
    public static boolean isTopic(String question) {
        String asked = question.strip();
        List<String> words = QuestionWords.of(asked);
        return !words.isEmpty()
                && words.size() <= MOST_WORDS_OF_A_TOPIC
                && !asked.endsWith("?")
                && words.stream().noneMatch(word -> ASKS.contains(word) || QuestionWords.points(word))
                && words.stream().anyMatch(word -> !QuestionWords.isEmpty(word));
    }

    /** Behind "who is", "what's", "what is meant by", "define"; -1 where nothing of the kind opens the question. */
    private static int opening(List<QuestionWords.QuestionWord> words) {
        if (words.size() < 2) {
            return -1;
        }
        String first = words.get(0).text().replace("'", "").toLowerCase(Locale.ROOT);
        String second = words.get(1).text();
        if (Set.of("whos", "whats", "define").contains(first)) {
            return 1;
        }
        boolean asks = first.equals("who") || first.equals("what");
        if (!asks) {
            return -1;
        }
        if (words.size() > 4
                && second.equals("is")
                && words.get(2).text().equals("meant")
                && words.get(3).text().equals("by")) {
            return 4;
        }
        return BE.contains(second) || first.equals("what") && (second.equals("does") || second.equals("do")) ? 2 : -1;
    }
}
