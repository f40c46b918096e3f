package dev.footnote.reading;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Support;
import dev.footnote.engine.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply with what was read for it, so that it can be explained to somebody who doubts it.
 *
 * @param reply what is said
 * @param read the only part of the question; null where nothing was read, or for a question of several parts
 */
record Reconsideration(Reply reply, @Nullable ReadPart read) {

    private static final String NO_SECOND = "nothing else came near";

    /** The reply once more, with how sure it is and what came second; as it is where nothing can be added. */
    Reply explained() {
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
        pieces.add(second().map(second -> new Reply.Piece(
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

    /** What would be said instead: the next sentence whose words are others. It supports that there is a second. */
    private Optional<Reply.Piece> second() {
        return Optional.ofNullable(read).flatMap(part -> part.assessed().ranked().stream()
                .skip(1)
                .filter(other ->
                        reply.pieces().stream().noneMatch(piece -> piece.text().contains(other.saidWords())))
                .findFirst()
                .map(other -> new Reply.Piece(
                        other.saidWords(),
                        List.of(part.evidence(other, other.words().span(), 0, Support.PARTIAL, 0)))));
    }
}
