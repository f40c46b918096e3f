package dev.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Turn;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.english.SentenceSplitter;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Questions with what is right, read from JSON: a list of questions about the articles of {@code seeds/}, or
 * {@code {"texts":[{"title","paragraphs":[{"text","questions":[…]}]}]}}, which brings its own articles, or the format
 * of SQuAD (see {@link SquadFormat}), which does so too.
 *
 * @param articles the texts it brings, by article id; empty if it asks about {@code seeds/}
 * @param trials the questions
 * @param paragraphs for each question of a set with its own articles, where its paragraph stands in the article
 */
public record QuestionSet(Map<String, String> articles, List<Trial> trials, Map<String, Span> paragraphs) {

    public QuestionSet {
        articles = Map.copyOf(articles);
        trials = List.copyOf(trials);
        paragraphs = Map.copyOf(paragraphs);
    }

    /**
     * Reads a set.
     *
     * @throws IOException if the file cannot be read or is not such a set; the message says which
     */
    public static QuestionSet read(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        if (root.isArray()) {
            return questions(root);
        }
        if (root.path("texts").isArray()) {
            return texts(root.get("texts"));
        }
        if (SquadFormat.matches(root)) {
            return SquadFormat.read(root);
        }
        throw new IOException(file
                + " is no question set: it is neither a list of questions nor has it \"texts\", nor is it SQuAD's.");
    }

    /**
     * A question of a set that brings its own articles.
     *
     * @param item the question, with the sentences of its paragraph that hold an answer as evidence
     * @param articleId the article, by its id here
     * @param paragraph its paragraph in the article
     */
    public record OwnQuestion(AskedItem item, String articleId, Span paragraph) {}

    /** The questions of a set that brings its own articles; those whose answer no sentence holds are left out. */
    public List<OwnQuestion> ownQuestions() {
        SentenceSplitter splitter = new SentenceSplitter();
        List<OwnQuestion> questions = new ArrayList<>();
        for (Trial trial : trials) {
            Span paragraph = paragraphs.get(trial.id());
            String article = articles.get(trial.articleId());
            if (paragraph == null || article == null) {
                continue;
            }
            String text = paragraph.of(article);
            List<String> evidence = splitter.split(text).stream()
                    .map(sentence -> sentence.span().of(text))
                    .filter(sentence -> trial.answers().stream().anyMatch(sentence::contains))
                    .toList();
            if (!evidence.isEmpty()) {
                AskedItem item = new AskedItem(
                        trial.id(),
                        "reading",
                        "",
                        trial.question(),
                        trial.answers(),
                        evidence,
                        true,
                        List.of(),
                        List.of());
                questions.add(new OwnQuestion(item, trial.articleId(), paragraph));
            }
        }
        return questions;
    }

    /** Adds the set's own articles to the library. Returns the id that each has there, by its id here. */
    Map<String, String> addTo(Ingestion ingestion) throws UnreadableArticleException {
        Map<String, String> ids = new HashMap<>();
        for (Map.Entry<String, String> text : articles.entrySet()) {
            Submission submission =
                    new Submission(text.getKey() + ".txt", text.getValue().getBytes(StandardCharsets.UTF_8), null);
            ids.put(text.getKey(), ingestion.add(submission).article().id());
        }
        return ids;
    }

    /** A turn from the other half of the set: another question that stands alone, with its answer. */
    List<Turn> unrelatedTo(Trial trial) {
        List<Trial> others = trials.stream()
                .filter(other -> other.isAnswerable()
                        && other.turns().isEmpty()
                        && !other.kind().equals("yesno"))
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        Trial other = others.get((trials.indexOf(trial) + others.size() / 2) % others.size());
        return List.of(new Turn(other.question(), other.answers().get(0), List.of()));
    }

    private static QuestionSet questions(JsonNode root) {
        List<Trial> trials = new ArrayList<>();
        for (JsonNode each : root) {
            trials.add(new Trial(
                    each.path("id").asText(),
                    each.path("kind").asText("factoid"),
                    each.path("question").asText().strip(),
                    strings(each.path("answers")),
                    strings(each.path("evidence")),
                    "",
                    turns(each.path("history"))));
        }
        return new QuestionSet(Map.of(), trials, Map.of());
    }

    private static QuestionSet texts(JsonNode texts) {
        Map<String, String> articles = new LinkedHashMap<>();
        List<Trial> trials = new ArrayList<>();
        Map<String, Span> paragraphs = new LinkedHashMap<>();
        for (JsonNode text : texts) {
            String id = "text-" + (articles.size() + 1);
            StringBuilder whole = new StringBuilder();
            for (JsonNode paragraph : text.path("paragraphs")) {
                if (!whole.isEmpty()) {
                    whole.append("\n\n");
                }
                int start = whole.length();
                whole.append(paragraph.path("text").asText().strip());
                Span place = new Span(start, whole.length());
                for (JsonNode each : paragraph.path("questions")) {
                    trials.add(new Trial(
                            each.path("id").asText(),
                            "reading",
                            each.path("question").asText().strip(),
                            strings(each.path("answers")),
                            List.of(),
                            id,
                            List.of()));
                    paragraphs.put(each.path("id").asText(), place);
                }
            }
            articles.put(id, whole.toString());
        }
        return new QuestionSet(articles, trials, paragraphs);
    }

    private static List<Turn> turns(JsonNode history) {
        return StreamSupport.stream(history.spliterator(), false)
                .map(turn -> new Turn(
                        turn.path("question").asText(), turn.path("answer").asText(), List.of()))
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
