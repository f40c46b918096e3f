package dev.footnote.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.reading.ArticleWordsCache;
import dev.footnote.text.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SuggestedQuestionsTest {

    private static final String TEXT = "Ida Holm, a surgeon from Turku, said the clinic was full. The clinic was closed"
            + " because the roof leaked. There were 58 patients in the clinic. Repairs will cost 2.4 million crowns."
            + " The Turku Bank was founded in 1998. Norway vetoed the treaty. Bo Ek said nothing would change.";

    @Test
    void asksWhatAPersonWouldAsk() {
        assertThat(new SuggestedQuestions(new ArticleWordsCache()).of(article(TEXT), List.of(), 10, suggestion -> true))
                .contains(
                        "Who vetoed the treaty?",
                        "Why was the clinic closed?",
                        "How many patients were in the clinic?",
                        "How much will repairs cost?",
                        "When was the Turku Bank founded?",
                        "What did Bo Ek say?");
    }

    @Test
    void whatAnArticleIsPartedIntoAndAsksItselfIsAsked() {
        Article article =
                article("Rules of the house\n\nKeys and doors\n\nThe door is locked at ten. Keys are lent for a"
                        + " day.\n\nMay I bring a guest? Yes, one for a week.");

        assertThat(new SuggestedQuestions(new ArticleWordsCache())
                        .of(article, List.of(), 10, suggestion -> switch (suggestion.question()) {
                            case "What does it say about keys and doors?" ->
                                "The door is locked at ten."
                                        .equals(suggestion.sentence().span().of(article.text()));
                            case "May I bring a guest?" ->
                                "Yes, one for a week."
                                        .equals(suggestion.sentence().span().of(article.text()));
                            default -> false;
                        }))
                .containsExactlyInAnyOrder("What does it say about keys and doors?", "May I bring a guest?");
    }

    @Test
    void theFirstOnesDifferInKind() {
        List<String> questions =
                new SuggestedQuestions(new ArticleWordsCache()).of(article(TEXT), List.of(), 4, suggestion -> true);
        assertThat(questions.stream().map(question -> question.split(" ", -1)[0] + question.split(" ", -1)[1]))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsOnlyWhatIsAnswered() {
        assertThat(new SuggestedQuestions(new ArticleWordsCache())
                        .of(article(TEXT), List.of(), 10, suggestion -> suggestion
                                .question()
                                .startsWith("Why")))
                .containsExactly("Why was the clinic closed?");
    }

    @Test
    void leadsOnFromTheNearestSentencesFirst() {
        List<String> questions = near("Norway vetoed the treaty.", question -> true);

        assertThat(questions)
                .startsWith("What did Bo Ek say?", "When was the Turku Bank founded?")
                .hasSize(3);
    }

    @Test
    void neverLeadsToWhatIsNotWanted() {
        assertThat(near("Norway vetoed the treaty.", question -> !question.contains("Bo Ek")))
                .startsWith("When was the Turku Bank founded?")
                .doesNotContain("What did Bo Ek say?");
    }

    @Test
    void theCitedSentenceItselfComesLast() {
        List<String> questions = new SuggestedQuestions(new ArticleWordsCache())
                .near(
                        article("Norway vetoed the treaty."),
                        List.of(new Span(0, 25)),
                        3,
                        question -> true,
                        suggestion -> true);

        assertThat(questions).containsExactly("Who vetoed the treaty?");
    }

    private static List<String> near(String sentence, Predicate<String> isWanted) {
        int start = TEXT.indexOf(sentence);
        return new SuggestedQuestions(new ArticleWordsCache())
                .near(
                        article(TEXT),
                        List.of(new Span(start, start + sentence.length())),
                        3,
                        isWanted,
                        suggestion -> true);
    }

    static Article article(String text) {
        return new Article(
                "a",
                "A title",
                text,
                "text/plain",
                Metadata.NONE,
                List.of(),
                Instant.EPOCH,
                "a.txt",
                false,
                List.of(),
                Article.revisionOf(text));
    }
}
