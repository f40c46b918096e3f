package dev.footnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.model.PassageScores;
import dev.footnote.model.Stance;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimSignsTest {

    private static final PassageScores SCORES = new PassageScores(
            new int[] {0}, new int[] {3}, new float[] {2}, new float[] {1}, 0.5f, 0.5f, new Stance(0.5, 0.2, 0.3));

    private static Map<String, Double> of(String claim, String text) {
        return ClaimSigns.of(claim, text, SCORES);
    }

    @Test
    void allSignsAreThere() {
        assertThat(of("Sales rose.", "Sales rose.").keySet()).containsExactlyInAnyOrderElementsOf(ClaimSigns.NAMES);
    }

    @Test
    void whatTheReaderSaysIsAmongThem() {
        Map<String, Double> signs = of("Sales rose.", "Sales rose.");

        assertThat(signs.get("yes")).isCloseTo(0, org.assertj.core.api.Assertions.within(1e-3));
        assertThat(signs.get("no")).isNegative();
        assertThat(signs.get("margin")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sales fell 4 percent. | Sales rose 4 percent. | opposed",
                "Sales rose 4 euros. | Sales rose 4 percent. | other_unit",
                "Sales rose 5 percent. | Sales rose 4 percent. | other_value",
                "Sales rose 5 percent. | Sales rose 4 percent. | strange_numbers",
                "There were 9 sailors. | There were 9 passengers and 3 sailors. | other_counted",
                "Sales did not rise. | Sales were up in May. | denies",
                "The mine will reopen. | It is unclear whether the mine will reopen. | left_open",
                "The plan was approved. | The mayor denied that the plan was approved. | governed",
                "Paris accused Moscow. | Moscow accused Paris. | crossed_terms",
                "The moon is made of cheese. | The moon rose at nine. | uncovered_words",
                "The ship was painted in Bergen. | The ship was built in Bergen. | replaced",
                "Bo met Clara in May. | Bo met Ann in May. | strange_names",
                "Bo met Ann in June. | Bo met Ann in May. | strange_dates"
            })
    void whatIsWrongIsSeen(String claim, String text, String sign) {
        assertThat(of(claim, text).get(sign)).isPositive();
        assertThat(of(text, text).get(sign)).isZero();
    }
}
