package dev.footnote.openai;

import dev.footnote.answer.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a chat program gets back, in the names of OpenAI's API.
 *
 * @param id of the completion
 * @param created in seconds since 1970
 * @param model as it was asked for
 */
record Completion(String id, long created, String model) {

    /** The last event of a stream. */
    static final String DONE = "[DONE]";

    /** No tokens of a language model are counted here. */
    private static final Map<String, Integer> USAGE =
            Map.of("prompt_tokens", 0, "completion_tokens", 0, "total_tokens", 0);

    /** The whole answer at once. {@code answer} is Footnote's own, which knows more; null where there is none. */
    Map<String, Object> whole(
            String content, List<CompletionContent.UrlAnnotation> annotations, @Nullable Answer answer) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", "assistant");
        message.put("content", content);
        message.put("refusal", null);
        message.put("annotations", annotations(annotations));
        Map<String, Object> whole = head("chat.completion");
        whole.put("choices", List.of(choice("message", message, "stop")));
        whole.put("usage", USAGE);
        if (answer != null) {
            whole.put("footnote", answer);
        }
        return whole;
    }

    /** The first event of a stream. */
    Map<String, Object> opening() {
        return chunk(Map.of("role", "assistant", "content", ""), null);
    }

    /** The next piece of the text. */
    Map<String, Object> piece(String content) {
        return chunk(Map.of("content", content), null);
    }

    /** The annotations of all that was said. */
    Map<String, Object> annotated(List<CompletionContent.UrlAnnotation> annotations) {
        return chunk(Map.of("annotations", annotations(annotations)), null);
    }

    /** The last event of a stream. */
    Map<String, Object> end(@Nullable Answer answer) {
        Map<String, Object> end = chunk(Map.of(), "stop");
        if (answer != null) {
            end.put("footnote", answer);
        }
        return end;
    }

    /** How many tokens were spent, which is sent after the end. */
    Map<String, Object> usage() {
        Map<String, Object> usage = head("chat.completion.chunk");
        usage.put("choices", List.of());
        usage.put("usage", USAGE);
        return usage;
    }

    private Map<String, Object> chunk(Map<String, Object> delta, @Nullable String finishReason) {
        Map<String, Object> chunk = head("chat.completion.chunk");
        chunk.put("choices", List.of(choice("delta", delta, finishReason)));
        return chunk;
    }

    private Map<String, Object> head(String object) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", id);
        head.put("object", object);
        head.put("created", created);
        head.put("model", model);
        return head;
    }

    private static Map<String, Object> choice(String name, Map<String, Object> said, @Nullable String finishReason) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put(name, said);
        choice.put("logprobs", null);
        choice.put("finish_reason", finishReason);
        return choice;
    }

    private static List<Map<String, Object>> annotations(List<CompletionContent.UrlAnnotation> annotations) {
        return annotations.stream()
                .map(each -> Map.<String, Object>of(
                        "type",
                        "url_citation",
                        "url_citation",
                        Map.of(
                                "start_index", each.start(),
                                "end_index", each.end(),
                                "title", each.citation().documentTitle(),
                                "url", each.url())))
                .toList();
    }
}
