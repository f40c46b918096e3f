package dev.footnote.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Answers;
import org.junit.jupiter.api.Test;

class CompletionContentTest {

    private static final Answer ANSWER = Answers.answer("m", "c", "Who vetoed it?");

    @Test
    void everyAnnotationHoldsTheMarkerOfItsFootnote() {
        CompletionContent content = CompletionContent.of(ANSWER, true, url -> "http://here" + url);

        assertThat(content.text())
                .isEqualTo(
                        "Russia [1]\n\n[1] “Russia vetoed it.” – [Veto](http://here/articles/seed?cite=0-17&v=12345678)");
        assertThat(content.annotations()).hasSize(2).allSatisfy(annotation -> {
            assertThat(content.text().substring(annotation.start(), annotation.end()))
                    .isEqualTo("[1]");
            assertThat(annotation.url()).isEqualTo("http://here/articles/seed?cite=0-17&v=12345678");
        });
    }

    @Test
    void withoutFootnotesTheAnswerStandsAlone() {
        CompletionContent content = CompletionContent.of(ANSWER, false, url -> url);

        assertThat(content.text()).isEqualTo("Russia [1]");
        assertThat(content.annotations()).hasSize(1);
    }
}
