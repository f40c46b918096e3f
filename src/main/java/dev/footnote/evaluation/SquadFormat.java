package dev.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON format of the Stanford Question Answering Dataset (versions 1.1 and 2.0) and of those made in its likeness,
 * such as SQuADShifts: {@code {"version","data":[{"title","paragraphs":[{"context","qas":[{"id","question",
 * "answers":[{"text"}],"is_impossible"}]}]}]}}. Each member of {@code data} becomes one article, its paragraphs joined
 * by blank lines.
 */
final class SquadFormat {

    private SquadFormat() {}

    /** Whether a file's JSON is in this format. */
    static boolean matches(JsonNode root) {
        return root.path("data").path(0).path("paragraphs").isArray();
    }

    /** The question set in a file's JSON. A question marked as impossible, or without an answer, should be refused. */
    static QuestionSet read(JsonNode root) {
        Map<String, String> articles = new LinkedHashMap<>();
        List<Trial> trials = new ArrayList<>();
        Map<String, Span> paragraphs = new LinkedHashMap<>();
        for (JsonNode entry : root.get("data")) {
            String articleId = "text-" + (articles.size() + 1);
            StringBuilder text = new StringBuilder();
            for (JsonNode paragraph : entry.path("paragraphs")) {
                if (!text.isEmpty()) {
                    text.append("\n\n");
                }
                int start = text.length();
                text.append(paragraph.path("context").asText().strip());
                Span place = new Span(start, text.length());
                for (JsonNode question : paragraph.path("qas")) {
                    Trial trial = trial(question, articleId);
                    trials.add(trial);
                    paragraphs.put(trial.id(), place);
                }
            }
            articles.put(articleId, text.toString());
        }
        return new QuestionSet(articles, trials, paragraphs);
    }

    private static Trial trial(JsonNode question, String articleId) {
        // Several people answered each question, and often with the same words.
        Set<String> answers = new LinkedHashSet<>();
        if (!question.path("is_impossible").asBoolean()) {
            question.path("answers")
                    .forEach(answer -> answers.add(answer.path("text").asText().strip()));
        }
        return new Trial(
                question.path("id").asText(),
                answers.isEmpty() ? "unanswerable" : "reading",
                question.path("question").asText().strip(),
                List.copyOf(answers),
                List.of(),
                articleId,
                List.of());
    }
}
