package dev.footnote.openai;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.http.EventStream;

/** Sends an answer piece by piece. For one thread. */
final class CompletionStream {

    /** What was said cannot be taken back here; what takes its place stands below. */
    private static final String INSTEAD = "\n\n";

    private final EventStream stream;
    private final Completion completion;
    private final StringBuilder said = new StringBuilder();
    private int start;

    CompletionStream(EventStream stream, Completion completion) {
        this.stream = stream;
        this.completion = completion;
    }

    /** Sends an event; nothing for those that chat programs have no words for. */
    void tell(AnswerEvent event) {
        if (event instanceof AnswerEvent.Started) {
            stream.send(completion.opening());
        } else if (event instanceof AnswerEvent.Delta delta) {
            say(delta.content());
        } else if (event instanceof AnswerEvent.Reset && !said.isEmpty()) {
            say(INSTEAD);
            start = said.length();
        }
    }

    /** Ends with the footnotes and the annotations. Returns all that was said. */
    String finish(CompletionContent content, Answer answer, boolean includesUsage) {
        if (!content.footnotes().isEmpty()) {
            say(content.footnotes());
        }
        if (!content.annotations().isEmpty()) {
            stream.send(completion.annotated(content.annotations().stream()
                    .map(each -> each.shifted(start))
                    .toList()));
        }
        stream.send(completion.end(answer));
        if (includesUsage) {
            stream.send(completion.usage());
        }
        stream.sendAsIs(Completion.DONE);
        return said.toString();
    }

    private void say(String content) {
        said.append(content);
        stream.send(completion.piece(content));
    }
}
