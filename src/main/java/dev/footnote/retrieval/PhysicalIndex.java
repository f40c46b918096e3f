package dev.footnote.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An index of OpenSearch, as it says of itself. The alias that a Footnote is configured with leads to one that is numbered:
 * {@code footnote} to {@code footnote-1}, and after a change of the model to {@code footnote-2}.
 *
 * @param name its own, which is no alias
 * @param id another index of the same name has another
 * @param fingerprint names the layout, the analysis and the encoder that it was made with; empty where it is not Footnote's
 * @param replaced the fingerprints of the indexes that were there before it, whose place it takes
 * @param aliases the other names that lead to it
 */
record PhysicalIndex(String name, String id, String fingerprint, Set<String> replaced, Set<String> aliases) {

    /** What the fingerprint of any Footnote begins with. */
    static final String OF_FOOTNOTE = "footnote-opensearch-";

    PhysicalIndex {
        replaced = Set.copyOf(replaced);
        aliases = Set.copyOf(aliases);
    }

    /** Reads what OpenSearch answers to a request for one index, by whatever name. */
    static PhysicalIndex of(JsonNode answer) {
        Map.Entry<String, JsonNode> index = answer.properties().iterator().next();
        JsonNode made = index.getValue().path("mappings").path("_meta");
        Set<String> replaced = new HashSet<>();
        made.path("replaced").forEach(each -> replaced.add(each.asText()));
        Set<String> aliases = new HashSet<>();
        index.getValue().path("aliases").properties().forEach(each -> aliases.add(each.getKey()));
        return new PhysicalIndex(
                index.getKey(),
                index.getValue().path("settings").path("index").path("uuid").asText(),
                made.path("fingerprint").asText(),
                replaced,
                aliases);
    }

    boolean isOfFootnote() {
        return fingerprint.startsWith(OF_FOOTNOTE);
    }

    /** The higher of two was begun later; 0 if it has no number, such as one that somebody else has named. */
    int number(String alias) {
        String prefix = alias + "-";
        String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
        return rest.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(rest) : 0;
    }

    /**
     * An alias that leads to this index as long as it is there, and never to another. A name that is no alias would not do: a
     * server makes an index, with fields as it guesses them, for whoever writes to one that was deleted.
     */
    String ownAlias() {
        return ownAlias(name);
    }

    /** As {@link #ownAlias()}, of an index that is about to be made. */
    static String ownAlias(String name) {
        return name + "-only";
    }
}
