package dev.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people would ask of one article, in the format that {@code src/test/resources/own/README.md} describes.
 *
 * @param name of the set, such as {@code harbour}
 * @param article the file of the article
 * @param items the questions
 */
public record AskedSet(String name, Path article, List<AskedItem> items) {

    private static final String PREFIX = "asked-";

    public AskedSet {
        items = List.copyOf(items);
    }

    /** Whether a file has the name of such a set. */
    public static boolean isNamed(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(".json");
    }

    /** The article of a set's name, beside it or in the folder {@code articles} beside it. */
    public static Optional<Path> articleOf(Path set) {
        String name = nameOf(set);
        return Stream.of(
                        set.resolveSibling(name), set.resolveSibling("articles").resolve(name))
                .flatMap(path -> Stream.of(".txt", ".md", ".html")
                        .map(ending -> path.resolveSibling(path.getFileName() + ending)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The sets of a folder and of the folders in it, in the order of their names. */
    public static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(AskedSet::isNamed).sorted().toList();
        }
    }

    /**
     * The article of a set that cannot do without.
     *
     * @throws IOException if it is missing; the message says where to put it
     */
    public static Path requiredArticleOf(Path set) throws IOException {
        return articleOf(set)
                .orElseThrow(() -> new IOException("The article of " + set
                        + " is missing. Put it beside the set, or into the folder articles beside it."));
    }

    private static String nameOf(Path set) {
        String file = set.getFileName().toString();
        String name = file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /**
     * Reads a set.
     *
     * @param article the file of its article
     * @throws IOException if one of the files cannot be read or is no such set; the message says which
     */
    public static AskedSet read(Path set, Path article) throws IOException {
        return read(
                set, article, Files.readString(article, StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    /** As {@link #read(Path, Path)}, for an article whose text is known. */
    public static AskedSet read(Path set, Path article, String text) throws IOException {
        JsonNode root = new ObjectMapper().readTree(set.toFile());
        if (!root.isArray()) {
            throw new IOException(set + " is no set of asked questions: it is not a list.");
        }
        List<AskedItem> items = new ArrayList<>();
        for (JsonNode each : root) {
            items.add(item(each, text));
        }
        return new AskedSet(nameOf(set), article, items);
    }

    private static AskedItem item(JsonNode each, String text) {
        String kind = each.path("kind").asText("factoid");
        List<String> evidence = new ArrayList<>();
        for (JsonNode place : each.path("evidence")) {
            evidence.add(
                    place.isArray()
                            ? text.substring(place.get(0).asInt(), place.get(1).asInt())
                            : place.asText());
        }
        List<List<String>> must = new ArrayList<>();
        strings(each.path("must")).forEach(one -> must.add(List.of(one.split("\\|"))));
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : each.path("history")) {
            String said = turn.hasNonNull("answer")
                    ? turn.get("answer").asText()
                    : turn.path("answers").path(0).asText("");
            turns.add(new Turn(turn.path("question").asText(), said, List.of()));
        }
        boolean isOfWords = each.has("form")
                ? each.path("form").asText().equals("span")
                : !kind.equals("yesno") && !kind.equals("multi");
        return new AskedItem(
                each.path("id").asText(),
                kind,
                each.path("why").asText(""),
                each.path("question").asText().strip(),
                strings(each.path("answers")),
                evidence,
                isOfWords,
                must,
                turns);
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (node.isTextual()) {
            strings.add(node.asText());
        }
        node.elements().forEachRemaining(each -> strings.add(each.asText()));
        return strings;
    }
}
