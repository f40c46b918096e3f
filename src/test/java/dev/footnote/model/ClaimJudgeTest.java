package dev.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimJudgeTest {

    private static final String TEXT =
            "Harold Venn bought the brewery from his cousin Mary in 1971 and closed it two years later.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Venn got the brewery from a relative. | yes",
                "Venn and Mary were related. | yes",
                "Did Harold Venn buy the brewery? | yes",
                "Mary bought the brewery from Harold Venn. | no",
                "Did Harold Venn buy it in 1981? | no",
                "The cousins had quarrelled for years. | open",
                "Venn was a wealthy man. | open",
            })
    void tellsWhatATextSaysToAClaim(String claim, String expected) {
        Stance stance = Models.JUDGE.judge(claim, TEXT);
        double most = Math.max(stance.yes(), Math.max(stance.no(), stance.open()));

        assertThat(most == stance.yes() ? "yes" : most == stance.no() ? "no" : "open")
                .isEqualTo(expected);
    }

    @Test
    void saysTheSameAgain() {
        Stance first = Models.JUDGE.judge("Venn and Mary were related.", TEXT);

        assertThat(Models.JUDGE.judge("Venn and Mary were related.", TEXT)).isEqualTo(first);
        assertThat(new ClaimJudge(Path.of("embeddings/judge/judge.onnx"), Models.TOKENIZER, Models.INFERENCE)
                        .judge("Venn and Mary were related.", TEXT))
                .isEqualTo(first);
    }

    @Test
    void whereNothingIsSaidAllIsOpen() {
        assertThat(Models.JUDGE.judge(" ", TEXT)).isEqualTo(new Stance(0, 0, 1));
        assertThat(Models.JUDGE.judge("It rains.", "\n")).isEqualTo(new Stance(0, 0, 1));
    }

    @Test
    void aModelThatIsNotThereIsNamed() {
        Path nowhere = Path.of("nowhere", "judge.onnx");

        assertThatThrownBy(() -> new ClaimJudge(nowhere, Models.TOKENIZER, Models.INFERENCE))
                .hasMessageContaining("judge.onnx")
                .hasMessageContaining("footnote.home");
    }
}
