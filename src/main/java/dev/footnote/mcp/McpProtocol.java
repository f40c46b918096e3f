package dev.footnote.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.NotReadyException;
import dev.footnote.application.Caller;
import dev.footnote.application.ModelNotAllowedException;
import dev.footnote.article.UnknownArticleException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers the messages of the Model Context Protocol, which are JSON-RPC 2.0. It remembers nothing from one message to the
 * next, so that there are no sessions to be kept. Safe for use by several threads.
 */
@Singleton
final class McpProtocol {

    private static final Logger LOG = Logger.getLogger(McpProtocol.class);

    /** The versions of the protocol that are spoken, the newest first. */
    static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    private static final String VERSION = "0.1.0";

    private static final String INSTRUCTIONS =
            "Footnote answers questions about the articles it keeps and cites the exact sentences. Ask with ask_article, one"
                    + " question at a time; give the citations along with the answer. If it says that the articles do not"
                    + " answer, say so, and do not fill in from elsewhere.";

    private final List<ArticleTool> tools;
    private final ArticleResources resources;
    private final ObjectMapper mapper;

    McpProtocol(
            AskArticleTool ask,
            SearchArticlesTool search,
            GetPassageTool passage,
            ArticleResources resources,
            ObjectMapper mapper) {
        this.tools = List.of(ask, search, passage);
        this.resources = resources;
        this.mapper = mapper;
    }

    /** The answer to a message, or to a batch of them; empty where none is expected. */
    Optional<JsonNode> answer(JsonNode message, Caller caller) {
        if (!message.isArray()) {
            return answerOne(message, caller);
        }
        if (message.isEmpty()) {
            return Optional.of(error(null, RpcException.INVALID_REQUEST, "The batch is empty."));
        }
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        message.forEach(each -> answerOne(each, caller).ifPresent(answers::add));
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers);
    }

    /** What is said to something that is not JSON. */
    static JsonNode unreadable() {
        return error(null, -32_700, "The message is not valid JSON.");
    }

    private Optional<JsonNode> answerOne(JsonNode message, Caller caller) {
        JsonNode id = message.get("id");
        boolean isResponse = message.has("result") || message.has("error");
        if (isResponse && !message.has("method")) {
            return Optional.empty();
        }
        if (!"2.0".equals(message.path("jsonrpc").asText())
                || !message.path("method").isTextual()
                || (id != null && !id.isTextual() && !id.isIntegralNumber())) {
            return Optional.of(error(id, RpcException.INVALID_REQUEST, "The message is no request of JSON-RPC 2.0."));
        }
        if (id == null) {
            return Optional.empty(); // a notification; none of them changes anything here
        }
        String method = message.get("method").asText();
        try {
            ObjectNode answer = head(id);
            answer.set("result", result(method, message.path("params"), caller));
            return Optional.of(answer);
        } catch (RpcException e) {
            return Optional.of(error(id, e.code(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.errorf(e, "The message %s of an assistant failed", method);
            return Optional.of(error(id, RpcException.FAILED, "Footnote failed at this; its log says why."));
        }
    }

    private JsonNode result(String method, JsonNode parameters, Caller caller) {
        return switch (method) {
            case "initialize" -> welcome(parameters);
            case "ping" -> ArticleTool.node();
            case "tools/list" -> listedTools();
            case "tools/call" -> call(parameters, caller);
            case "resources/list" -> resources.list(parameters);
            case "resources/templates/list" -> resources.templates();
            case "resources/read" -> resources.read(parameters);
            default ->
                throw new RpcException(RpcException.UNKNOWN_METHOD, "There is no method \"" + method + "\" here.");
        };
    }

    private static ObjectNode welcome(JsonNode parameters) {
        String wanted = parameters.path("protocolVersion").asText("");
        ObjectNode welcome = ArticleTool.node()
                .put("protocolVersion", VERSIONS.contains(wanted) ? wanted : VERSIONS.get(0))
                .put("instructions", INSTRUCTIONS);
        ObjectNode capabilities = welcome.putObject("capabilities");
        capabilities.putObject("tools");
        capabilities.putObject("resources");
        welcome.putObject("serverInfo")
                .put("name", "footnote")
                .put("title", "Footnote")
                .put("version", VERSION);
        return welcome;
    }

    private ObjectNode listedTools() {
        ObjectNode page = ArticleTool.node();
        ArrayNode listed = page.putArray("tools");
        tools.forEach(tool -> listed.add(tool.listed()));
        return page;
    }

    /** What is wrong with the arguments is a result too, for the assistant to read and to do better. */
    private ObjectNode call(JsonNode parameters, Caller caller) {
        String name = parameters.path("name").asText("");
        ArticleTool tool = tools.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new RpcException(RpcException.INVALID_PARAMETERS, "There is no tool \"" + name + "\" here."));
        try {
            Arguments arguments = new Arguments(parameters.path("arguments"));
            arguments.areOnly(tool.argumentNames());
            ArticleTool.Result result = tool.call(arguments, caller);
            ObjectNode called = said(result.text(), false);
            called.set("structuredContent", mapper.valueToTree(result.structured()));
            return called;
        } catch (InvalidQuestionException | UnknownArticleException | NotReadyException | ModelNotAllowedException e) {
            return said(String.valueOf(e.getMessage()), true);
        }
    }

    private static ObjectNode said(String text, boolean isError) {
        ObjectNode result = ArticleTool.node();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result.put("isError", isError);
    }

    private static ObjectNode head(@Nullable JsonNode id) {
        ObjectNode head = ArticleTool.node().put("jsonrpc", "2.0");
        head.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
        return head;
    }

    private static JsonNode error(@Nullable JsonNode id, int code, String message) {
        ObjectNode answer = head(id);
        answer.putObject("error").put("code", code).put("message", message);
        return answer;
    }
}
