package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.AnswerType;
import dev.footnote.passage.PassageSplitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceSignsTest {

    private static final String TEXT =
            """
            Ferry row

            The Ada is a ferry that crosses the sound. It was built in 1911 by a yard in Bergen.

            The Ada was sold because nobody could repair her, said Ida Holm. She kept her afloat by pumping day and night.
            """;

    /** What is seen of the sentence that begins with some words. */
    private static Map<String, Double> signs(String question, String opening) {
        ArticleWords article = new ArticleWords("Ferry row", TEXT);
        CandidateSentence candidate = CandidateSentence.of(new PassageSplitter(text -> text.split("\\s+").length, 120)
                        .split(TEXT).stream()
                                .filter(passage -> passage.paragraph() > 1)
                                .map(passage -> new ReadPassage(
                                        "ferry",
                                        article,
                                        passage,
                                        0.5,
                                        0.6,
                                        AnswerPolicyTest.scores(passage.span().of(TEXT), "ferry", 1)))
                                .toList())
                .stream()
                .filter(each -> each.text().startsWith(opening))
                .findFirst()
                .orElseThrow();
        Map<String, Double> signs = new HashMap<>();
        new SentenceSigns(new AskedQuestion(question, "", new float[] {1}), AnswerType.of(question))
                .add(
                        candidate,
                        article.stems(candidate.text()),
                        article.askedStems(question),
                        article.askedNames(question),
                        signs);
        return signs;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the Ada? | The Ada is | defines | The Ada was sold",
                "What is the Ada? | The Ada is | defines_by_copula | The Ada was sold",
                "Who is Ida Holm? | The Ada was sold | has_term | The Ada is",
                "When was it built? | It was built | has_type | The Ada is",
                "When was it built? | The Ada is | lacks_type | It was built",
                "Why was she sold? | The Ada was sold | gives_reason | The Ada is",
                "How did she stay afloat? | She kept | tells_way | The Ada is",
                "Who built it? | It was built | points_back | The Ada is",
                "What is it? | The Ada is | leads | She kept",
                "What did Ida Holm say? | The Ada was sold | asked_speaks | The Ada is",
                "Was the Ada sold? | The Ada was sold | asked_first | She kept",
                "When was it sold? | The Ada was sold | position | The Ada is"
            })
    void aSentenceHasWhatAKindOfQuestionAsksFor(String question, String has, String sign, String lacks) {
        assertThat(signs(question, has).get(sign))
                .isGreaterThan(signs(question, lacks).get(sign));
    }

    @Test
    void aQuestionThatAsksForAnythingHasNoType() {
        assertThat(signs("Why was she sold?", "The Ada is"))
                .containsEntry("has_type", 0.0)
                .containsEntry("lacks_type", 0.0)
                .containsEntry("asks_term", 0.0)
                .containsEntry("speaks", 0.0);
    }

    @Test
    void everySentenceHasTheSameSigns() {
        assertThat(signs("Who is Ida Holm?", "She kept").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        List.copyOf(signs("Why?", "The Ada is").keySet()));
    }
}
