package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceQuestionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "who | Lund University opened a new library after the fire. | Who opened a new library?",
                "when | The Harbour Museum was founded by sailors in 1924. | When was the Harbour Museum founded by sailors?",
                "what | Solmaris is a small island in the north of the bay. | What is Solmaris?",
                "why | The pier was closed to all boats because it had rotted. | Why was the pier closed to all boats?",
                "how many | There were 58 passengers on board. | How many passengers were on board?",
                "how much | Repairs will cost 2.4 million crowns. | How much will repairs cost?",
                "say | \"It is a start\", said Ann Berg. | What did Ann Berg say?",
                "say | \"It is a start\", says Ann Berg. | What does Ann Berg say?",
                "say | Ann Berg argues that it is a start. | What does Ann Berg say?"
            })
    void aSentenceIsTurnedRound(String kind, String sentence, String question) {
        assertThat(SentenceQuestions.of(sentence)).containsEntry(kind, question);
    }

    @Test
    void aSentenceMayAnswerSeveral() {
        assertThat(SentenceQuestions.of("\"It is a start\", said Ann Berg, an engineer from Turku, on Monday."))
                .containsEntry("who is", "Who is Ann Berg?")
                .containsEntry("say", "What did Ann Berg say?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rained for most of the day.",
                "She is a teacher in the old town.",
                "There were 58 passengers."
            })
    void whatPointsElsewhereOrSaysTooLittleIsLeft(String sentence) {
        assertThat(SentenceQuestions.of(sentence)).isEmpty();
    }
}
