package dev.footnote.reading;

import dev.footnote.answer.Form;
import dev.footnote.engine.Reply;
import java.util.List;

/**
 * The answer to one part of a question.
 *
 * @param pieces the words or sentences, each with its evidence
 * @param form how they are put
 * @param confidence the probability that they answer the part
 * @param isStated whether that is enough to call them stated
 */
record PartAnswer(List<Reply.Piece> pieces, Form form, double confidence, boolean isStated) {

    PartAnswer {
        pieces = List.copyOf(pieces);
    }

    /** How the answers to all parts are put together. */
    static Form formOf(List<PartAnswer> answers) {
        if (answers.size() == 1) {
            return answers.get(0).form();
        }
        return answers.stream().allMatch(answer -> answer.form() == Form.WORDS) ? Form.LIST : Form.SENTENCES;
    }
}
