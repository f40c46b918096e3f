package dev.footnote.intent;

import dev.footnote.answer.Turn;
import dev.footnote.engine.Inquiry;
import dev.footnote.english.ShortQuestion;
import java.util.List;
import java.util.Optional;

/** Decides whether a question doubts the answer before it: "Are you sure?", "Really?" */
final class Doubt {

    private Doubt() {}

    /** The question whose answer is doubted, after the turns before it; empty if nothing is doubted. */
    static Optional<Inquiry> doubted(EncodedQuestion question) {
        if (!isDoubt(question)) {
            return Optional.empty();
        }
        Inquiry inquiry = question.inquiry();
        List<Turn> turns = inquiry.turns();
        int doubted = turns.size() - 1;
        // "Are you sure?" "Really?": both doubt what was said before the first of them.
        while (doubted > 0 && turns.get(doubted).question().equalsIgnoreCase(question.text())) {
            doubted--;
        }
        return Optional.of(new Inquiry(
                turns.get(doubted).question(), turns.subList(0, doubted), inquiry.articleIds(), inquiry.topK()));
    }

    private static boolean isDoubt(EncodedQuestion question) {
        return !question.inquiry().turns().isEmpty()
                && !ShortQuestion.asksForMore(question.text())
                && question.wants(Intent.DOUBT, Thresholds.SURE)
                && question.ownWords(Intent.DOUBT).isEmpty();
    }
}
