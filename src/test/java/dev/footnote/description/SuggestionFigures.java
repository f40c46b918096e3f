package dev.footnote.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Question;
import dev.footnote.application.Assistant;
import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.article.Submission;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.reading.ArticleWordsCache;
import dev.footnote.reading.QuestionTester;
import dev.footnote.reading.ReadingConfig;
import dev.footnote.text.Span;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How good the suggested questions are: of what kinds, and whether the article, asked one as a person would, answers it with
 * the sentence that it was made of. Prints them all, to be read. No part of the tests; run it with
 * {@code ./mvnw test -Dtest=SuggestionFigures}, and with {@code -Dfootnote.suggestions.from=2} over other articles.
 */
@QuarkusTest
class SuggestionFigures {

    private static final Path SEEDS = Path.of("seeds");
    private static final Path EXAMPLES = Path.of("src/test/resources/examples");

    /** One in so many of the examples. */
    private static final int STEP = 3;

    private static final int ARTICLES = 30;

    private static final Pattern SAYS = Pattern.compile("^What (?:did|does|do|has|have) .* (?:say|said|says)\\b.*");

    private final QuestionTester tester;
    private final ReadingConfig config;
    private final Ingestion ingestion;
    private final Library library;
    private final Assistant assistant;

    SuggestionFigures(
            QuestionTester tester, ReadingConfig config, Ingestion ingestion, Library library, Assistant assistant) {
        this.tester = tester;
        this.config = config;
        this.ingestion = ingestion;
        this.library = library;
        this.assistant = assistant;
    }

    @Test
    void whatIsSuggested() throws Exception {
        ingestion.awaitReady();
        Map<String, Integer> kinds = new TreeMap<>();
        int questions = 0;
        int answered = 0;
        int kindsOfArticles = 0;
        List<Path> articles = articles();
        for (Path file : articles) {
            String id = ingestion
                    .add(new Submission(file.getFileName().toString(), Files.readAllBytes(file), null))
                    .article()
                    .id();
            Article article = library.find(id).orElseThrow();
            Map<String, Span> places = new TreeMap<>();
            List<String> suggested = new SuggestedQuestions(new ArticleWordsCache())
                    .of(article, List.of(), config.suggestedQuestions(), each -> {
                        places.put(each.question(), each.sentence().span());
                        return tester.isAnswered(article, each.question(), each.sentence());
                    });
            System.out.printf(Locale.ROOT, "%n%s%n", file.getFileName());
            Set<String> own = new HashSet<>();
            for (String question : suggested) {
                Answer answer =
                        assistant.ask(new Question(question, Question.newConversationId(), List.of(id), null, null));
                boolean isAnswered = answer.kind() == Kind.ANSWER
                        && answer.citations().stream().anyMatch(each -> Objects.requireNonNull(places.get(question))
                                .overlaps(new Span(each.startCharIndex(), each.endCharIndex())));
                answered += isAnswered ? 1 : 0;
                own.add(kind(question));
                kinds.merge(kind(question), 1, Integer::sum);
                System.out.printf(
                        Locale.ROOT,
                        "  %s %s => %s%n",
                        isAnswered ? "+" : "-",
                        question,
                        answer.answerText().replace('\n', ' '));
            }
            questions += suggested.size();
            kindsOfArticles += own.size();
            ingestion.remove(id);
        }
        System.out.printf(
                Locale.ROOT,
                "%n%d articles, %d questions, %d of them answered with their sentence, %.2f kinds an article: %s%n",
                articles.size(),
                questions,
                answered,
                (double) kindsOfArticles / articles.size(),
                kinds);
        assertThat(questions).isPositive();
    }

    private static String kind(String question) {
        if (SAYS.matcher(question).matches()) {
            return "say";
        }
        List<String> words = Stream.of(question.toLowerCase(Locale.ROOT).split("\\W+", -1))
                .limit(2)
                .toList();
        return switch (words.get(0)) {
            case "how", "what" -> String.join(" ", words);
            case "who" -> words.get(1).equals("is") ? "who is" : "who";
            default -> words.get(0);
        };
    }

    private static List<Path> articles() throws IOException {
        List<Path> articles = new ArrayList<>();
        int from = Integer.getInteger("footnote.suggestions.from", 0);
        try (Stream<Path> seeds = Files.list(SEEDS)) {
            seeds.sorted().limit(1).forEach(articles::add);
        }
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<Path> examples = files.filter(
                            file -> !file.toString().endsWith(".json") && !file.endsWith("README.md"))
                    .sorted()
                    .toList();
            for (int i = from; i < examples.size() && articles.size() < ARTICLES; i += STEP) {
                articles.add(examples.get(i));
            }
        }
        return articles;
    }
}
