package dev.footnote.answer;

import java.util.List;

/**
 * A question and its answer, earlier in a conversation.
 *
 * @param question as it was asked
 * @param said what was said to it, without markers; empty where nothing was that a later question could mean
 * @param citations what that stood on
 */
public record Turn(String question, String said, List<Citation> citations) {

    public Turn {
        citations = List.copyOf(citations);
    }

    /**
     * The turn that an answer was given in. A refusal said nothing; a summary is too much to be meant by "it", but it
     * tells which article is spoken of.
     */
    public static Turn of(Answer answer) {
        boolean answered = answer.kind() == Kind.ANSWER;
        boolean cites = answered || answer.kind() == Kind.SUMMARY;
        return new Turn(answer.question(), answered ? answer.answerText() : "", cites ? answer.citations() : List.of());
    }
}
