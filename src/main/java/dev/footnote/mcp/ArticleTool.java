package dev.footnote.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.application.Caller;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Something that an assistant can do with the articles. Safe for use by several threads. */
sealed interface ArticleTool permits AskArticleTool, SearchArticlesTool, GetPassageTool {

    /**
     * What a tool gives back.
     *
     * @param text for a model to read
     * @param structured the same for a program
     */
    record Result(String text, Object structured) {}

    /** By which it is called. */
    String name();

    /** What a person sees in a list of tools. */
    String title();

    /** What a model is given as its description. */
    String description();

    /** Its arguments: the properties of a JSON Schema. */
    ObjectNode properties();

    /** The arguments that must be there. */
    List<String> required();

    /** Does it. */
    Result call(Arguments arguments, Caller caller);

    /** The tool as it is listed. */
    default ObjectNode listed() {
        ObjectNode tool = node().put("name", name()).put("title", title()).put("description", description());
        ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
        schema.set("properties", properties());
        ArrayNode names = schema.putArray("required");
        required().forEach(names::add);
        schema.put("additionalProperties", false);
        tool.putObject("annotations")
                .put("title", title())
                .put("readOnlyHint", true)
                .put("openWorldHint", false);
        return tool;
    }

    /** The names of its arguments. */
    default Set<String> argumentNames() {
        Set<String> names = new TreeSet<>();
        properties().fieldNames().forEachRemaining(names::add);
        return names;
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A property of a schema. */
    static ObjectNode property(String type, String description) {
        return node().put("type", type).put("description", description);
    }

    /** The argument that several tools have. */
    static ObjectNode articleIds() {
        ObjectNode ids =
                property("array", "Ids of the articles to look in, from the list of resources; all if left out.");
        ids.putObject("items").put("type", "string");
        return ids;
    }
}
