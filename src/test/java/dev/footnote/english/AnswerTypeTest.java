package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTest {

    @ParameterizedTest
    @CsvSource({
        "How many died?, QUANTITY",
        "and how MUCH was paid?, QUANTITY",
        "When did it open?, TIME",
        "In what year did it open?, TIME",
        "Who wrote it?, NAME",
        "What is the name of the ship?, NAME",
        "Why did it sink?, ANY",
        "Tell me whoever came, ANY"
    })
    void questionsWordsTellTheKind(String question, AnswerType type) {
        assertThat(AnswerType.of(question)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "QUANTITY, 14 ships, true",
        "QUANTITY, a dozen or two, true",
        "QUANTITY, the ships, false",
        "TIME, late in May, true",
        "TIME, three weeks ago, true",
        "TIME, the harbour, false",
        "NAME, Ada Lamb, true",
        "NAME, the miller, false",
        "ANY, the miller, true"
    })
    void wordsOfAnotherKindAreDoubted(AnswerType type, String words, boolean admitted) {
        assertThat(type.admits(words)).isEqualTo(admitted);
    }
}
