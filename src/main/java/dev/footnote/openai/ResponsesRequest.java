package dev.footnote.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program sends to OpenAI's API for responses. Instructions, tools and settings are read over, as those of a completion
 * are.
 *
 * @param model the name of who is to answer
 * @param messages the conversation, the oldest first; the last of the user's is the question
 * @param previous the id of the response that the question follows; null where it follows none
 * @param isStreamed whether the answer comes as server-sent events
 */
record ResponsesRequest(String model, List<ChatMessage> messages, @Nullable String previous, boolean isStreamed) {

    ResponsesRequest {
        messages = List.copyOf(messages);
    }

    /**
     * Reads a request.
     *
     * @throws ProblemException if it is none that can be answered; the message says why
     */
    static ResponsesRequest of(@Nullable String body, ObjectMapper mapper) {
        JsonNode request = CompletionRequest.parse(body, mapper, "input");
        String model = CompletionRequest.model(request);
        String previous = request.path("previous_response_id").asText(null);
        if (request.path("background").asBoolean(false)) {
            throw new ProblemException(400, "Footnote answers at once; leave \"background\" out.");
        }
        return new ResponsesRequest(
                model,
                messages(request.path("input")),
                previous == null ? null : CompletionRequest.named("previous_response_id", previous),
                request.path("stream").asBoolean(false));
    }

    /** What the user said last. */
    String question() {
        return messages.get(CompletionRequest.lastOfUser(messages)).text();
    }

    /** What was said before that. */
    List<ChatMessage> before() {
        return messages.subList(0, CompletionRequest.lastOfUser(messages));
    }

    private static List<ChatMessage> messages(JsonNode input) {
        List<ChatMessage> messages = new ArrayList<>();
        if (input.isTextual()) {
            messages.add(new ChatMessage("user", input.asText()));
        } else if (input.isArray()) {
            int index = 0;
            for (JsonNode item : input) {
                // Calls of tools and the like stand between the messages.
                if (item.path("type").asText("message").equals("message")) {
                    messages.add(ChatMessage.of(item, "input[" + index + "]"));
                }
                index++;
            }
        }
        if (messages.stream().noneMatch(ChatMessage::isFromUser)) {
            throw new ProblemException(
                    400, "There is no question. Send it as \"input\", a text or messages with one of the user's.");
        }
        return messages;
    }
}
