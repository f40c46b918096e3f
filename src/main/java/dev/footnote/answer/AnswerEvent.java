package dev.footnote.answer;

import java.util.List;

/**
 * What happens on the way to an answer, in order: {@link Started}, {@link Sources}, then {@link Delta}s and
 * {@link Cited}s, then {@link Finished}. The deltas since the last {@link Reset} concatenate to
 * {@link Answer#answer()}.
 */
public sealed interface AnswerEvent {

    /** The question was accepted; its answer has an id. */
    record Started(String messageId, String conversationId) implements AnswerEvent {}

    /** These passages are read. */
    record Sources(List<FoundPassage> passages) implements AnswerEvent {
        public Sources {
            passages = List.copyOf(passages);
        }
    }

    /** The next piece of the answer, markers included. */
    record Delta(String content) implements AnswerEvent {}

    /** A footnote whose marker has been said. */
    record Cited(Citation citation) implements AnswerEvent {}

    /** What was said so far is void: another engine begins anew. */
    record Reset() implements AnswerEvent {}

    /** The whole answer. */
    record Finished(Answer answer) implements AnswerEvent {}
}
