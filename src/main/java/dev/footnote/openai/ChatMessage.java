package dev.footnote.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.http.ProblemException;

/**
 * A message of a conversation as a chat program keeps it.
 *
 * @param role who said it: {@code user}, {@code assistant}, {@code system} and others
 * @param text what was said, its parts that are text joined by line breaks
 */
record ChatMessage(String role, String text) {

    /**
     * Reads one of the messages of a request.
     *
     * @param place where it stands, such as {@code messages[0]}, for the message of an error
     */
    static ChatMessage of(JsonNode message, String place) {
        JsonNode role = message.path("role");
        if (!role.isTextual()) {
            throw new ProblemException(400, "\"" + place + "\" has no \"role\". Send \"user\" for a question.");
        }
        return new ChatMessage(role.asText(), text(message.path("content"), place));
    }

    boolean isFromUser() {
        return role.equals("user");
    }

    boolean isFromAssistant() {
        return role.equals("assistant");
    }

    private static String text(JsonNode content, String place) {
        if (content.isTextual()) {
            return content.asText();
        }
        if (content.isNull() || content.isMissingNode()) {
            return "";
        }
        if (!content.isArray()) {
            throw new ProblemException(
                    400, "\"" + place + ".content\" must be text, or a list of parts with \"type\" and \"text\".");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (part.path("text").isTextual()) {
                text.append(text.isEmpty() ? "" : "\n").append(part.path("text").asText());
            }
        }
        return text.toString();
    }
}
