package dev.footnote.evaluation.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the OpenAPI document.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param query the names of its query parameters
 * @param body the schema of its JSON body; null where it takes none
 * @param example a body that the document gives; null where it gives none
 */
record Operation(String method, String path, List<String> query, @Nullable JsonNode body, @Nullable JsonNode example) {

    Operation {
        query = List.copyOf(query);
    }

    /** Those of a document, in its order. */
    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> method.getValue().has("responses"))
                .forEach(method -> operations.add(of(document, path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    private static Operation of(JsonNode document, String path, String method, JsonNode operation) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                query.add(parameter.path("name").asText());
            }
        }
        JsonNode content = operation.path("requestBody").path("content").path("application/json");
        JsonNode example = content.path("examples").properties().stream()
                .map(each -> each.getValue().path("value"))
                .findFirst()
                .orElse(content.path("example"));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                query,
                content.isMissingNode() ? null : resolved(document, content.path("schema")),
                example.isMissingNode() ? null : example);
    }

    /** The schema itself, where it is given by its name. */
    static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
