package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryLengthTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Summarise this in one sentence          | 1  | false
            Summarise this in a single sentence     | 1  | false
            Sum it up in a sentence                 | 1  | false
            a couple of lines, please               | 2  | false
            in 3 bullet points                      | 3  | true
            Give me four short bullets              | 4  | true
            What are the five key takeaways?        | 5  | true
            the 10 main points                      | 10 | true
            50 bullet points                        | 10 | true
            0 sentences                             | 1  | false
            briefly, what is this about?            | 2  | false
            tldr                                    | 2  | false
            """)
    void lengthIsWhatTheWordsSay(String question, int sentences, boolean asList) {
        assertThat(SummaryLength.of(question)).isEqualTo(new SummaryLength(OptionalInt.of(sentences), asList));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            What is this about?                            | false
            Summarise it as bullet points                  | true
            What are the points?                           | true
            In 2019, what did the long judgement sentence? | false
            """)
    void noLengthIsNamed(String question, boolean asList) {
        assertThat(SummaryLength.of(question)).isEqualTo(new SummaryLength(OptionalInt.empty(), asList));
    }

    @Test
    void noSummaryIsEmptyOrEndless() {
        for (int sentences : new int[] {0, 11}) {
            assertThatThrownBy(() -> new SummaryLength(OptionalInt.of(sentences), false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(sentences));
        }
        assertThat(new SummaryLength(OptionalInt.of(10), true).sentences()).hasValue(10);
    }
}
