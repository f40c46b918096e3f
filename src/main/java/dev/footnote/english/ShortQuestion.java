package dev.footnote.english;

import java.util.List;
import java.util.Set;

/**
 * Distinguishes short questions that ask for something, "why?", "what did he say?", from small talk and from doubts about the
 * answer before, which are much like them. It decides before any likeness to example phrases does.
 */
public final class ShortQuestion {

    private static final int MOST_WORDS = 6;

    private static final Set<String> WHOLE = Set.of(
            "why",
            "why not",
            "why so",
            "how",
            "how so",
            "how come",
            "how many",
            "how much",
            "how long",
            "how often",
            "how far",
            "how old",
            "when",
            "since when",
            "until when",
            "where",
            "where to",
            "where from",
            "from where",
            "who",
            "who else",
            "what",
            "what else",
            "what for",
            "what then",
            "which",
            "which one",
            "which ones",
            "by whom",
            "with whom",
            "to whom",
            "for whom",
            "in what way",
            "in which year",
            "in what year");

    private static final Set<String> SUBJECTS = Set.of("he", "she", "they", "it");

    private static final Set<String> OF_DOUBT =
            Set.of("so", "that", "this", "sure", "right", "true", "correct", "really", "you", "your");

    private ShortQuestion() {}

    /** Whether a text is such a question, so that it is neither talk nor a doubt about the answer before. */
    public static boolean asksForMore(String text) {
        List<String> words = QuestionWords.of(text);
        int from = !words.isEmpty() && Set.of("and", "but", "so", "then").contains(words.get(0)) ? 1 : 0;
        List<String> rest = words.subList(from, words.size());
        if (WHOLE.contains(String.join(" ", rest))) {
            return true;
        }
        // "How old is she?" has a word more than "Where is she?"
        int auxiliary =
                rest.size() > 3 && rest.get(0).equals("how") && !QuestionGrammar.AUXILIARIES.contains(rest.get(1))
                        ? 2
                        : 1;
        return rest.size() >= auxiliary + 2
                && rest.size() <= MOST_WORDS
                && WordClass.QUESTION_WORD.contains(rest.get(0))
                && QuestionGrammar.AUXILIARIES.contains(rest.get(auxiliary))
                && SUBJECTS.contains(rest.get(auxiliary + 1))
                && rest.stream().noneMatch(OF_DOUBT::contains);
    }
}
