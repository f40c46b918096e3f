package dev.footnote.reading;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Turn;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.intent.Asked;
import dev.footnote.intent.ShortQuestion;
import dev.footnote.intent.Strategy;
import dev.footnote.intent.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** "Are you sure?": the answer before once more, with the sentence it stands on, how sure it is and what came second. */
final class Doubt implements Strategy {

    private static final String NO_SECOND = "nothing else came near";

    private final Function<Inquiry, Reconsidered> answer;

    Doubt(Function<Inquiry, Reconsidered> answer) {
        this.answer = answer;
    }

    /**
     * An answer with what else could be said.
     *
     * @param reply the answer
     * @param second what would be said instead; empty where nothing was read or nothing else came near, or for several
     *     questions at once
     */
    record Reconsidered(Reply reply, Optional<Reply.Piece> second) {}

    @Override
    public Optional<Reply> beforeReading(Asked asked) {
        if (!isDoubt(asked)) {
            return Optional.empty();
        }
        List<Turn> turns = asked.inquiry().turns();
        int doubted = turns.size() - 1;
        // "Are you sure?" "Really?": both doubt what was said before the first of them.
        while (doubted > 0 && turns.get(doubted).question().equalsIgnoreCase(asked.question())) {
            doubted--;
        }
        Inquiry before = new Inquiry(
                turns.get(doubted).question(),
                turns.subList(0, doubted),
                asked.inquiry().articleIds(),
                asked.inquiry().topK());
        Reconsidered again = answer.apply(before);
        String understood = again.reply().understood() == null
                ? before.question()
                : again.reply().understood();
        return Optional.of(explain(again).understoodAs(understood));
    }

    private static boolean isDoubt(Asked asked) {
        return !asked.inquiry().turns().isEmpty()
                && !ShortQuestion.asksForMore(asked.question())
                && asked.wants(Wish.DOUBT, Asked.SURE)
                && asked.ownWords(Wish.DOUBT).isEmpty();
    }

    private static Reply explain(Reconsidered again) {
        Reply reply = again.reply();
        Double confidence = reply.confidence();
        boolean isRead = reply.kind() == Kind.ANSWER
                && confidence != null
                && reply.pieces().stream().noneMatch(piece -> piece.evidence().isEmpty());
        if (!isRead || confidence == null) {
            return reply;
        }
        List<Reply.Piece> pieces = new ArrayList<>(reply.pieces());
        String certainty =
                reply.certainty() == Certainty.STATED ? "The article states it" : "It is likely, not certain";
        pieces.add(new Reply.Piece(
                certainty + String.format(Locale.ROOT, " (%.0f of 100)", Math.floor(confidence * 100)), List.of()));
        pieces.add(again.second()
                .map(second -> new Reply.Piece(
                        "the next best would be “" + second.text().replace('\n', ' ') + "”", second.evidence()))
                .orElseGet(() -> new Reply.Piece(NO_SECOND, List.of())));
        return new Reply(
                Kind.ANSWER,
                pieces,
                null,
                reply.certainty(),
                confidence,
                List.of(),
                reply.warnings(),
                reply.understood(),
                Form.WORDS);
    }
}
