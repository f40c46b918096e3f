package dev.footnote.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.answer.InvalidQuestionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tool, read to the letter. What is wrong with them is said in a sentence that the assistant can act on.
 *
 * @param values as they were sent
 */
record Arguments(JsonNode values) {

    /** @throws InvalidQuestionException if one of them is not of the tool */
    void areOnly(Set<String> names) {
        values.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new InvalidQuestionException("There is no argument \"" + name + "\"; these are known: "
                        + String.join(", ", new TreeSet<>(names)) + ".");
            }
        });
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null || text.isBlank()) {
            throw new InvalidQuestionException("There is no \"" + name + "\". Send some text.");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode value = values.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new InvalidQuestionException("\"" + name + "\" must be text.");
        }
        return value.asText();
    }

    List<String> texts(String name) {
        JsonNode value = values.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            if (each.isTextual()) {
                texts.add(each.asText());
            }
        }
        if (!value.isArray() || texts.size() != value.size()) {
            throw new InvalidQuestionException("\"" + name + "\" must be a list of texts.");
        }
        return List.copyOf(texts);
    }

    int number(String name, int least, int most, int otherwise) {
        JsonNode value = values.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            throw new InvalidQuestionException(
                    "\"" + name + "\" must be a whole number from " + least + " to " + most + ".");
        }
        return value.asInt();
    }
}
