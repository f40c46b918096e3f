package dev.footnote.evaluation;

import dev.footnote.answer.Turn;
import java.util.List;

/**
 * A question of the asked format, as a person types it, with what is right.
 *
 * @param id names it
 * @param kind such as {@code factoid}, {@code why} or {@code unanswerable}
 * @param why what makes an unanswerable one hard, such as {@code neighbour}; empty for others
 * @param question what is asked
 * @param answers each of which is right as words; of a two-part question all are needed
 * @param evidence sentences of the article, any one of which is a right citation
 * @param asksForWords whether a few words are the ideal answer, rather than a sentence or two
 * @param must what the said text has to contain: of each list one, each the start of a word
 * @param turns the turns before it
 */
public record AskedItem(
        String id,
        String kind,
        String why,
        String question,
        List<String> answers,
        List<String> evidence,
        boolean asksForWords,
        List<List<String>> must,
        List<Turn> turns) {

    /** The kind of what the article does not say. */
    public static final String UNANSWERABLE = "unanswerable";

    /** The kind of a part of a question. */
    private static final String PART = "part";

    public AskedItem {
        answers = List.copyOf(answers);
        evidence = List.copyOf(evidence);
        must = must.stream().map(List::copyOf).toList();
        turns = List.copyOf(turns);
    }

    /** Whether the article answers it. */
    public boolean isAnswerable() {
        return !kind.equals(UNANSWERABLE);
    }

    /** One of the parts of a question that asks for several things: whatever answers one of them is right for it. */
    public AskedItem part(String text) {
        return new AskedItem(
                id, isAnswerable() ? PART : kind, why, text, answers, evidence, asksForWords, List.of(), turns);
    }
}
