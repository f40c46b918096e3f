package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Question;
import dev.footnote.engine.CheckedSentence;
import dev.footnote.engine.Listener;
import dev.footnote.engine.Reply;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Spelling;
import java.util.List;
import java.util.function.Consumer;

/** Follows an engine on its way to one answer, sends a door what happens, and puts the answer together. For one thread. */
final class AnswerProgress implements Listener {

    private final Links links;
    private final Consumer<AnswerEvent> events;
    private final Composition composition;
    private final Stopwatch stopwatch = new Stopwatch();
    private List<RetrievedPassage> nearest = List.of();
    private boolean saying;

    AnswerProgress(Links links, Consumer<AnswerEvent> events) {
        this.links = links;
        this.events = events;
        this.composition = new Composition(links, events);
    }

    @Override
    public void found(List<RetrievedPassage> passages) {
        nearest = List.copyOf(passages);
        events.accept(new AnswerEvent.Sources(links.passages(passages)));
        stopwatch.retrieved();
    }

    @Override
    public void say(CheckedSentence sentence) {
        saying = true;
        composition.add(sentence);
    }

    @Override
    public void reset() {
        saying = false;
        composition.reset();
    }

    /** What was found for the question, the best first. */
    List<RetrievedPassage> nearest() {
        return nearest;
    }

    /** The engine has replied: what the engine did not report itself is reported now. */
    void replied(Reply reply) {
        if (!saying) {
            composition.add(reply);
        }
        stopwatch.read();
    }

    /** The answer that the reply becomes. */
    Answer answer(String messageId, Question question, Spelling.Respelt respelt, Reply reply, List<String> warnings) {
        String understood = reply.understood();
        if (understood == null && !respelt.replaced().isEmpty()) {
            understood = respelt.question();
        }
        Double confidence = reply.confidence();
        return new Answer(
                messageId,
                question.conversationId(),
                question.text(),
                understood,
                reply.kind(),
                reply.form(),
                composition.answer(),
                composition.text(),
                reply.kind() == Kind.ANSWER || reply.kind() == Kind.SUMMARY,
                reply.reason(),
                reply.certainty(),
                confidence == null ? null : Composition.round(confidence),
                reply.engine(),
                reply.degraded(),
                composition.claims(),
                composition.citations(),
                reply.suggestedQuestions(),
                warnings,
                stopwatch.timings());
    }
}
