package dev.footnote.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.TownClock;
import dev.footnote.answer.Answer;
import dev.footnote.answer.Answers;
import org.junit.jupiter.api.Test;

class CompletionContentTest {

    private static final Answer ANSWER = Answers.answer("m", "c", "Who repaired it?");

    @Test
    void everyAnnotationHoldsTheMarkerOfItsFootnote() {
        CompletionContent content = CompletionContent.of(ANSWER, true, "http://here");

        assertThat(content.text())
                .isEqualTo(TownClock.NOTED_ANSWER + "\n\n[1] “" + Answers.SENTENCE + "” – [" + Answers.TITLE
                        + "](http://here" + Answers.ADDRESS + ")");
        assertThat(content.annotations()).hasSize(2).allSatisfy(annotation -> {
            assertThat(content.text().substring(annotation.start(), annotation.end()))
                    .isEqualTo("[1]");
            assertThat(annotation.url()).isEqualTo("http://here" + Answers.ADDRESS);
        });
    }

    @Test
    void withoutFootnotesTheAnswerStandsAlone() {
        CompletionContent content = CompletionContent.of(ANSWER, false, "");

        assertThat(content.text()).isEqualTo(TownClock.NOTED_ANSWER);
        assertThat(content.annotations()).hasSize(1);
    }
}
