package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.text.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

    private static Optional<String> speaker(String sentence) {
        return Attribution.of(sentence, new Span(0, sentence.length())).map(span -> span.of(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Ada Lamb said the mill would close.                              | Ada Lamb
            The miller, who is 61, told reporters that he was tired.         | The miller
            "The mill will close," said Ada Lamb, the owner.                 | Ada Lamb
            "It will close", says the mayor of Lund.                         | the mayor of Lund
            According to the Harbour Board, the quay sank by a metre.        | the Harbour Board
            The mayor of Lund said it would close.                           | The mayor of Lund
            A senior police officer has said that nobody was hurt.           | A senior police officer
            The NASA engineer later said the valve had failed.               | The NASA engineer
            "Bob Hill said no," said Ann Wood.                            | Ann Wood
            """)
    void speakerIsNamed(String sentence, String speaker) {
        assertThat(speaker(sentence)).contains(speaker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"She said the mill would close.", "The mill closed in May.", "\"Ada Lamb said so.\""})
    void nobodyIsNamed(String sentence) {
        assertThat(speaker(sentence)).isEmpty();
    }

    @Test
    void placeIsCountedInTheWholeText() {
        String text = "It rained. Ada Lamb said the mill would close.";
        assertThat(Attribution.of(text, new Span(11, text.length()))).contains(new Span(11, 19));
    }
}
