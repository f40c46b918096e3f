package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.text.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    /** Three paragraphs of three sentences each; a sentence starts at ten times its number, counted from 0. */
    private static final List<Sentence> ARTICLE = IntStream.range(0, 9)
            .mapToObj(at -> new Sentence(new Span(10 * at, 10 * at + 9), 1 + at / 3))
            .toList();

    private static List<Integer> at(String question) {
        return Position.in(question).orElseThrow().of(ARTICLE).stream()
                .map(sentence -> sentence.span().start() / 10)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            What does paragraph 2 say?                            | 3,4,5
            What is in the third paragraph?                       | 6,7,8
            Read me the 1st paragraph                             | 0,1,2
            What do paragraphs 1 to 2 say?                        | 0,1,2,3,4,5
            What do paragraphs 2-1 say?                           | 0,1,2,3,4,5
            What do paras two and three say?                      | 3,4,5,6,7,8
            the last paragraph                                    | 6,7,8
            the penultimate paragraph                             | 3,4,5
            the last two sentences                                | 7,8
            the opening sentence                                  | 0
            the first 4 sentences                                 | 0,1,2,3
            sentence no. 5                                        | 4
            sentences 8 through 20                                | 7,8
            the second sentence of the third paragraph            | 7
            the final sentence of paragraph 1                     | 2
            the third paragraph's first two sentences             | 6,7
            """)
    void placeIsCounted(String question, String sentences) {
        assertThat(at(question)).map(String::valueOf).containsExactly(sentences.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paragraph 4",
                "the ninth paragraph",
                "sentence 10",
                "sentence 0",
                "the last 10 sentences",
                "the fourth sentence of paragraph 2"
            })
    void placeThatTheArticleDoesNotHaveIsEmpty(String question) {
        assertThat(at(question)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does the paragraph say?",
                "Who won the last two matches?",
                "How many sentences are there?",
                "Was his sentence reduced?",
                "the 0th sentence",
                "the first 0 paragraphs",
                "the last 0 paragraphs"
            })
    void questionThatNamesNoPlaceHasNone(String question) {
        assertThat(Position.in(question)).isEmpty();
    }

    @Test
    void placeIsNamedSentencesFirst() {
        assertThat(Position.in("In Paragraph 3, what does the second sentence say?")
                        .orElseThrow()
                        .name())
                .isEqualTo("second sentence of paragraph 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paragraph",
                "para",
                "sentences",
                "12",
                "3rd",
                "2-4",
                "opening",
                "no",
                "through",
                "two",
                "seventh",
                "last",
                "closing"
            })
    void wordsOfSuchNames(String word) {
        assertThat(Position.isPart(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge", "say", "lasting", "3x"})
    void wordsOfNone(String word) {
        assertThat(Position.isPart(word)).isFalse();
    }
}
