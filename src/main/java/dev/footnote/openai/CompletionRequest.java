package dev.footnote.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat program sends. Fields that only a language model could follow, such as a temperature, are read over: the
 * programs send them to every model alike.
 *
 * @param model the name of who is to answer
 * @param messages the conversation, the oldest first; the last of the user's is the question
 * @param isStreamed whether the answer comes as server-sent events
 * @param includesUsage whether the stream tells at its end how many tokens were spent
 */
record CompletionRequest(String model, List<ChatMessage> messages, boolean isStreamed, boolean includesUsage) {

    /** The longest name of a model or a response, in UTF-16 code units. */
    static final int LONGEST_NAME = 200;

    CompletionRequest {
        messages = List.copyOf(messages);
    }

    /**
     * The model that a request names.
     *
     * @throws ProblemException if it names none, or something that no model can be called
     */
    static String model(JsonNode request) {
        if (!request.path("model").isTextual()) {
            throw new ProblemException(400, "There is no \"model\". Send one of the names in /v1/models.");
        }
        return named("model", request.path("model").asText());
    }

    /**
     * A name as it was sent.
     *
     * @throws ProblemException if it is too long for one; it is not repeated then
     */
    static String named(String field, String name) {
        if (name.length() > LONGEST_NAME) {
            throw new ProblemException(
                    400,
                    "\"" + field + "\" has " + name.length() + " characters and may have " + LONGEST_NAME
                            + ". Send a name as /v1 gave it.");
        }
        return name;
    }

    /**
     * Reads a request.
     *
     * @throws ProblemException if it is none that can be answered; the message says why
     */
    static CompletionRequest of(@Nullable String body, ObjectMapper mapper) {
        JsonNode request = parse(body, mapper, "messages");
        String model = model(request);
        JsonNode sent = request.path("messages");
        if (!sent.isArray() || sent.isEmpty()) {
            throw new ProblemException(400, "There are no \"messages\". Send a list whose last one is the question.");
        }
        if (request.path("n").asInt(1) != 1) {
            throw new ProblemException(400, "Footnote has one answer to a question; leave \"n\" out.");
        }
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonNode message : sent) {
            messages.add(ChatMessage.of(message, "messages[" + messages.size() + "]"));
        }
        if (messages.stream().noneMatch(ChatMessage::isFromUser)) {
            throw new ProblemException(400, "No message is of the role \"user\", so there is no question.");
        }
        return new CompletionRequest(
                model,
                messages,
                request.path("stream").asBoolean(false),
                request.path("stream_options").path("include_usage").asBoolean(false));
    }

    /** What the user said last. */
    String question() {
        return messages.get(lastOfUser(messages)).text();
    }

    /** What was said before that. */
    List<ChatMessage> before() {
        return messages.subList(0, lastOfUser(messages));
    }

    /** The place of the user's last message, of which there must be one. */
    static int lastOfUser(List<ChatMessage> messages) {
        int last = messages.size() - 1;
        while (!messages.get(last).isFromUser()) {
            last--;
        }
        return last;
    }

    /** The body as an object, which should have a model and that field. */
    static JsonNode parse(@Nullable String body, ObjectMapper mapper, String field) {
        try {
            JsonNode request = body == null || body.isBlank() ? null : mapper.readTree(body);
            if (request == null || !request.isObject()) {
                throw new ProblemException(400, "The body must be a JSON object with \"model\" and \"" + field + "\".");
            }
            return request;
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "The body is not valid JSON.");
        }
    }
}
