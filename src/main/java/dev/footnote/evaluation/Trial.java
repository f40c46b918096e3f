package dev.footnote.evaluation;

import dev.footnote.answer.Turn;
import java.util.List;

/**
 * A question with what is right.
 *
 * @param id names it
 * @param kind such as {@code factoid} or {@code unanswerable}
 * @param question what is asked
 * @param answers each of which is right; empty where the article does not say
 * @param evidence sentences or paragraphs, one of which a citation must meet; empty where any will do
 * @param articleId the article that holds the answer; empty where there is only one
 * @param turns the turns before it, without which it cannot be understood; empty for most
 */
record Trial(
        String id,
        String kind,
        String question,
        List<String> answers,
        List<String> evidence,
        String articleId,
        List<Turn> turns) {

    Trial {
        answers = List.copyOf(answers);
        evidence = List.copyOf(evidence);
        turns = List.copyOf(turns);
    }

    /** Whether it is a question that an answer is expected to, rather than small talk or one for an overview. */
    boolean asksForAnswer() {
        return !kind.equals("overview") && !kind.equals("chat");
    }

    /** Whether an article answers it with words of its own. */
    boolean isAnswerable() {
        return !answers.isEmpty();
    }
}
