package dev.footnote.web;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.TownClock;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer of a language model over the article of these tests, as the server would stream it. */
final class SpokenAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> article =
            given().get("/api/v1/articles/" + TownClock.ID).jsonPath().getMap("$");
    private final String content = new String(
            given().get("/api/v1/articles/" + article.get("id") + "/content").asByteArray(), StandardCharsets.UTF_8);
    private final StringBuilder marked = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder events = new StringBuilder();
    private final ArrayNode claims = JSON.createArrayNode();
    private final ArrayNode citations = JSON.createArrayNode();
    private final ObjectNode answer = JSON.createObjectNode();

    SpokenAnswer(String question) {
        answer.put("message_id", "m-" + System.nanoTime())
                .put("conversation_id", "c")
                .put("question", question)
                .putNull("question_understood")
                .put("kind", "answer")
                .put("answerable", true)
                .putNull("reason")
                .put("certainty", "likely")
                .putNull("confidence")
                .put("engine", "llm")
                .put("degraded", false);
        answer.putArray("suggested_questions");
        answer.putArray("warnings");
        answer.putObject("timings_ms").put("retrieve", 1).put("read", 1).put("total", 2);
        event("message_start", JSON.createObjectNode().put("message_id", "m").put("conversation_id", "c"));
        event("sources", JSON.createObjectNode().set("passages", JSON.createArrayNode()));
    }

    /** Sets a field of the finished answer. */
    SpokenAnswer with(String field, String value) {
        answer.put(field, value);
        return this;
    }

    /** What was said so far is void; the reader answers in the model's place. */
    SpokenAnswer reset() {
        event("message_reset", JSON.createObjectNode());
        marked.setLength(0);
        text.setLength(0);
        claims.removeAll();
        citations.removeAll();
        answer.put("engine", "extractive").put("degraded", true);
        return this;
    }

    /** Says something that claims nothing. */
    SpokenAnswer say(String words) {
        text.append(words);
        marked.append(words);
        event("message_delta", JSON.createObjectNode().put("content", words));
        return this;
    }

    /** Claims something that nothing supports. */
    SpokenAnswer claim(String words) {
        claims.add(claim(words.length(), "unsupported", 0));
        claims.get(claims.size() - 1).withArray("/citations");
        return say(words);
    }

    /** Claims something and cites the one place of the article that has these words. */
    SpokenAnswer claim(String words, String support, String quote) {
        int from = text.length();
        int index = citations.size() + 1;
        ObjectNode claim = claim(words.length(), support, 0.9);
        claim.putArray("citations").add(index);
        claims.add(claim);
        say(words);
        marked.append(" [").append(index).append(']');
        event("message_delta", JSON.createObjectNode().put("content", " [" + index + "]"));
        ObjectNode citation =
                citation(index, quote, support).put("start_index", from).put("end_index", from + words.length());
        citations.add(citation);
        event("citation", citation);
        return this;
    }

    /** A citation of the one place of the article that has these words. */
    ObjectNode citation(int index, String quote, String support) {
        int start = content.indexOf(quote);
        if (start < 0) {
            throw new AssertionError("The article does not have: " + quote);
        }
        int end = start + quote.length();
        String id = (String) article.get("id");
        int paragraph = content.substring(0, start).split("\n\\s*\n", -1).length;
        return JSON.createObjectNode()
                .put("index", index)
                .put("document_id", id)
                .put("document_title", (String) article.get("title"))
                .put("cited_text", quote)
                .put("start_char_index", start)
                .put("end_char_index", end)
                .putNull("answer_start_char_index")
                .putNull("answer_end_char_index")
                .put("paragraph", paragraph)
                .putNull("page")
                .putNull("start_index")
                .putNull("end_index")
                .put("score", 0.9)
                .put("support", support)
                .put("support_score", 0.9)
                .put("url", "/articles/" + id + "?cite=" + start + "-" + end + "&v=" + article.get("revision"));
    }

    /** Everything that was said, as server-sent events, the finished answer included. */
    String stream() {
        return unfinished() + "event: message_end\ndata: " + json(finished()) + "\n\n";
    }

    /** The same without its end. */
    String unfinished() {
        return events.toString();
    }

    private ObjectNode finished() {
        answer.put("answer", marked.toString()).put("answer_text", text.toString());
        answer.set("claims", claims);
        answer.set("citations", citations);
        return answer;
    }

    private ObjectNode claim(int length, String support, double score) {
        return JSON.createObjectNode()
                .put("start_index", text.length())
                .put("end_index", text.length() + length)
                .put("support", support)
                .put("support_score", score);
    }

    private void event(String name, Object data) {
        events.append("event: ")
                .append(name)
                .append("\ndata: ")
                .append(json(data))
                .append("\n\n");
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
