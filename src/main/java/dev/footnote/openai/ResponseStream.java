package dev.footnote.openai;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.http.EventStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a response piece by piece. For one thread. */
final class ResponseStream {

    /** What was said cannot be taken back here; what takes its place stands below. */
    private static final String INSTEAD = "\n\n";

    private final EventStream stream;
    private final ResponseObject response;
    private final StringBuilder said = new StringBuilder();
    private int start;
    private int sent;

    ResponseStream(EventStream stream, ResponseObject response) {
        this.stream = stream;
        this.response = response;
    }

    void open() {
        send("response.created", Map.of("response", response.begun()));
        send("response.in_progress", Map.of("response", response.begun()));
        send("response.output_item.added", Map.of("output_index", 0, "item", response.item("in_progress", List.of())));
        send("response.content_part.added", inText(Map.of("part", ResponseObject.part("", List.of()))));
    }

    /** Sends an event that comes after the start; nothing for those that the programs have no words for. */
    void tell(AnswerEvent event) {
        if (event instanceof AnswerEvent.Delta delta) {
            say(delta.content());
        } else if (event instanceof AnswerEvent.Reset && !said.isEmpty()) {
            say(INSTEAD);
            start = said.length();
        }
    }

    void say(String text) {
        said.append(text);
        send("response.output_text.delta", inText(Map.of("delta", text, "logprobs", List.of())));
    }

    /** Ends with the footnotes and the annotations. Returns all that was said. */
    String finish(CompletionContent content, Answer answer) {
        if (!content.footnotes().isEmpty()) {
            say(content.footnotes());
        }
        return finish(
                content.annotations().stream().map(each -> each.shifted(start)).toList(), answer);
    }

    /** Ends. Returns all that was said. */
    String finish(List<CompletionContent.UrlAnnotation> annotations, @Nullable Answer answer) {
        String text = said.toString();
        for (int i = 0; i < annotations.size(); i++) {
            send(
                    "response.output_text.annotation.added",
                    inText(Map.of("annotation_index", i, "annotation", ResponseObject.annotation(annotations.get(i)))));
        }
        Map<String, Object> part = ResponseObject.part(text, annotations);
        send("response.output_text.done", inText(Map.of("text", text, "logprobs", List.of())));
        send("response.content_part.done", inText(Map.of("part", part)));
        send("response.output_item.done", Map.of("output_index", 0, "item", response.item("completed", List.of(part))));
        send("response.completed", Map.of("response", response.whole(text, annotations, answer)));
        return text;
    }

    private Map<String, Object> inText(Map<String, Object> data) {
        Map<String, Object> placed = new LinkedHashMap<>(data);
        placed.put("item_id", response.itemId());
        placed.put("output_index", 0);
        placed.put("content_index", 0);
        return placed;
    }

    private void send(String type, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>(data);
        event.put("type", type);
        event.put("sequence_number", sent++);
        stream.send(type, event);
    }
}
