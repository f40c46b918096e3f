package dev.footnote.openai;

import dev.footnote.answer.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response, in the names of OpenAI's API for them.
 *
 * @param id of the answer
 * @param created in seconds since 1970
 * @param model as it was asked for
 * @param previous the id of the response before it, as it was sent
 */
record ResponseObject(String id, long created, String model, @Nullable String previous) {

    /** What the ids of responses begin with; the answer's own follows. */
    static final String ID = "resp_";

    private static final String ITEM_ID = "msg_";

    /** No tokens of a language model are counted here. */
    private static final Map<String, Object> USAGE = Map.of(
            "input_tokens", 0,
            "input_tokens_details", Map.of("cached_tokens", 0),
            "output_tokens", 0,
            "output_tokens_details", Map.of("reasoning_tokens", 0),
            "total_tokens", 0);

    /** Nothing is said yet. */
    Map<String, Object> begun() {
        return response("in_progress", List.of(), null);
    }

    /** All is said. {@code answer} is Footnote's own, which knows more; null where there is none. */
    Map<String, Object> whole(String text, List<CompletionContent.UrlAnnotation> annotations, @Nullable Answer answer) {
        return response("completed", List.of(item("completed", List.of(part(text, annotations)))), answer);
    }

    /** The message that the response consists of. */
    Map<String, Object> item(String status, List<Map<String, Object>> content) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", itemId());
        item.put("type", "message");
        item.put("role", "assistant");
        item.put("status", status);
        item.put("content", content);
        return item;
    }

    String itemId() {
        return ITEM_ID + id;
    }

    /** The text of the message. */
    static Map<String, Object> part(String text, List<CompletionContent.UrlAnnotation> annotations) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", "output_text");
        part.put("text", text);
        part.put(
                "annotations",
                annotations.stream().map(ResponseObject::annotation).toList());
        part.put("logprobs", List.of());
        return part;
    }

    /** A link, by its place in the text. */
    static Map<String, Object> annotation(CompletionContent.UrlAnnotation annotation) {
        return Map.of(
                "type",
                "url_citation",
                "start_index",
                annotation.start(),
                "end_index",
                annotation.end(),
                "title",
                annotation.citation().documentTitle(),
                "url",
                annotation.url());
    }

    private Map<String, Object> response(String status, List<Map<String, Object>> output, @Nullable Answer answer) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("id", ID + id);
        response.put("object", "response");
        response.put("created_at", created);
        response.put("status", status);
        response.put("model", model);
        response.put("output", output);
        response.put("previous_response_id", previous);
        for (String unset : List.of("error", "incomplete_details", "instructions", "temperature", "top_p")) {
            response.put(unset, null);
        }
        response.put("metadata", Map.of());
        response.put("parallel_tool_calls", false);
        response.put("tool_choice", "none");
        response.put("tools", List.of());
        response.put("usage", status.equals("completed") ? USAGE : null);
        if (answer != null) {
            response.put("footnote", answer);
        }
        return response;
    }
}
