package dev.footnote.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidBeforeTest {

    @ParameterizedTest
    @CsvSource({
        "Who crossed the river?, Who crossed the wide river?, true",
        "who crossed the wide river, Who crossed the river?, true",
        "When did the mill close?, Why did the mill close?, true",
        "Who crossed the river?, When was the bridge opened?, false",
        "Who is Ada Lamb?, What did Ada Lamb paint?, false",
        "What is this about?, What did Ada Lamb paint?, false",
    })
    void whatWasAskedIsNotAskedAgainInOtherWords(String asked, String question, boolean isSame) {
        assertThat(new SaidBefore(List.of(asked), Set.of()).isAsked(question)).isEqualTo(isSame);
    }

    @Test
    void whatIsNewComesFirstAndWhatWasAskedNever() {
        SaidBefore said = new SaidBefore(List.of("Who painted the bridge?"), Set.of("Why is the mill shut?"));

        List<String> chosen = NextQuestions.chosen(
                List.of("Why is the mill shut?", "Who painted the bridge?", "When did Ada Lamb sail?"),
                () -> List.of("How much did the boat cost?"),
                said,
                3);

        assertThat(chosen)
                .containsExactly("When did Ada Lamb sail?", "How much did the boat cost?", "Why is the mill shut?");
    }
}
