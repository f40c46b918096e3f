package dev.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.article.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims with what is right: written ones, read from a JSON list of {@code {"id","claim","evidence","supported","kind"}},
 * or made from a question set.
 *
 * @param trials the claims
 */
public record ClaimSet(List<ClaimTrial> trials) {

    public ClaimSet {
        trials = List.copyOf(trials);
    }

    /** Whether a file holds questions about {@code seeds/}, whose claims can be made only over those articles. */
    public static boolean needsSeeds(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        return root.isArray() && !isWritten(root);
    }

    /**
     * Reads written claims, or makes claims of a question set.
     *
     * @param library holds the article of a question set that brings none
     * @throws IOException if the file cannot be read or is neither; the message says which
     */
    public static ClaimSet read(Path file, Library library) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        if (isWritten(root)) {
            return new ClaimSet(written(root));
        }
        QuestionSet set = QuestionSet.read(file);
        Map<String, String> articles = new HashMap<>(set.articles());
        if (articles.isEmpty()) {
            library.ids().stream()
                    .findFirst()
                    .flatMap(library::find)
                    .ifPresent(article -> articles.put("", article.text()));
        }
        return new ClaimSet(ClaimMaker.of(set, articles));
    }

    /** Makes claims of questions that people asked of articles. */
    public static ClaimSet made(List<AskedSet> sets) throws IOException {
        Map<String, String> articles = new HashMap<>();
        List<Trial> trials = new ArrayList<>();
        for (AskedSet set : sets) {
            articles.put(set.name(), Files.readString(set.article()).replace("\r\n", "\n"));
            for (AskedItem item : set.items()) {
                trials.add(new Trial(
                        set.name() + "-" + item.id(),
                        item.kind(),
                        item.question(),
                        item.answers(),
                        item.evidence(),
                        set.name(),
                        item.turns()));
            }
        }
        return new ClaimSet(ClaimMaker.of(new QuestionSet(Map.of(), trials, Map.of()), articles));
    }

    /** Makes claims of a set that brings its own articles. */
    public static ClaimSet made(QuestionSet set) {
        return new ClaimSet(ClaimMaker.of(set, set.articles()));
    }

    private static boolean isWritten(JsonNode root) {
        return root.isArray() && root.path(0).has("claim");
    }

    /**
     * Reads written claims.
     *
     * @throws IOException if the file cannot be read or holds none; the message says which
     */
    public static ClaimSet written(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        if (!isWritten(root)) {
            throw new IOException(file + " holds no written claims.");
        }
        return new ClaimSet(written(root));
    }

    private static List<ClaimTrial> written(JsonNode root) {
        List<ClaimTrial> trials = new ArrayList<>();
        for (JsonNode each : root) {
            trials.add(new ClaimTrial(
                    each.path("id").asText(),
                    each.path("kind").asText(),
                    each.path("claim").asText(),
                    each.hasNonNull("question") ? each.path("question").asText() : null,
                    each.path("evidence").asText(),
                    each.path("supported").asBoolean(),
                    each.path("article").asText("")));
        }
        return trials;
    }
}
