package dev.footnote.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footnote.model.PassageScores;
import dev.footnote.model.Stance;
import dev.footnote.reading.EncodedByHand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimSignsTest {

    private static final PassageScores SCORES = new PassageScores(
            new int[] {0}, new int[] {3}, new float[] {2}, new float[] {1}, 0.5f, 0.5f, new Stance(0.5, 0.2, 0.3));

    private static final Stance JUDGED = new Stance(0.1, 0.8, 0.1);

    private static final EncodedByHand ENCODING = new EncodedByHand(Map.of("block", "veto"));

    private static Map<String, Double> of(String claim, String text) {
        return ClaimSigns.of(claim, text, SCORES, JUDGED, ENCODING.encodeWords(List.of(claim, text)));
    }

    @Test
    void aWordOfTheSameMeaningIsLikeAndAnotherIsNot() {
        Map<String, Double> same = of("Paris blocked the plan.", "Paris vetoed the plan.");
        Map<String, Double> other = of("Paris praised the plan.", "Paris vetoed the plan in June.");

        assertThat(same.get("like")).isEqualTo(1);
        assertThat(same.get("unlike")).isZero();
        assertThat(same.get("uncovered_words")).isPositive();
        assertThat(other.get("like")).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(other.get("unlike")).isCloseTo(0.85, within(1e-6));
        assertThat(other.get("least_like")).isZero();
        assertThat(other.get("lacking_unlike")).isEqualTo(other.get("unlike"));
        assertThat(other.get("lacking_least_like")).isZero();
        assertThat(other.get("like_back")).isEqualTo(0.5);
    }

    @Test
    void allSignsAreThere() {
        assertThat(of("Sales rose.", "Sales rose.").keySet()).containsExactlyInAnyOrderElementsOf(ClaimSigns.NAMES);
    }

    @Test
    void whatTheModelsSayIsAmongThem() {
        Map<String, Double> signs = of("Sales rose.", "Sales rose.");

        assertThat(signs.get("yes")).isCloseTo(0, within(1e-3));
        assertThat(signs.get("no")).isNegative();
        assertThat(signs.get("judged_yes")).isNegative();
        assertThat(signs.get("judged_no")).isPositive();
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
                "The mine reopened in May. | The mine is expected to reopen in May. | unsettled",
                "The cable was old. | The cable is said to have been old. | unsettled",
                "The bridge is finished. | The bridge is to be finished next spring. | ahead",
                "The bridge opens at noon. | The bridge will open at noon. | ahead",
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

    @Test
    void theReadersOddsAndMarginStayInTheirBounds() {
        PassageScores sure = new PassageScores(
                new int[] {0}, new int[] {3}, new float[] {90}, new float[] {90}, 0.5f, 0.5f, new Stance(1, 0, 0));
        Map<String, Double> signs = ClaimSigns.of(
                "Sales rose.", "Sales rose.", sure, JUDGED, ENCODING.encodeWords(List.of("Sales", "Sales")));

        assertThat(signs).containsEntry("yes", 5.0).containsEntry("no", -5.0).containsEntry("margin", 16.0);
    }

    @Test
    void aDeniedContraryIsNearlyTheSame() {
        assertThat(of("Sales fell.", "Sales rose.")).containsEntry("opposed", 1.0);
        assertThat(of("Sales did not fall.", "Sales rose.")).containsEntry("opposed", 0.25);
    }

    @Test
    void wordsThatChangedPlacesAreSeen() {
        Map<String, Double> signs = of("Bo was paid 30 crowns, Ann 40.", "Bo was paid 40 crowns, Ann 30.");

        assertThat(signs).containsEntry("moved_numbers", 1.0).containsEntry("swapped_numbers", 1.0);
        assertThat(of("Bo was paid 40 crowns.", "Bo was paid 40 crowns."))
                .containsEntry("moved_numbers", 0.0)
                .containsEntry("swapped_numbers", 0.0);
    }

    @Test
    void theWordingAloneTellsWhoDenies() {
        assertThat(ClaimSigns.ofWording("Worms were included.", "Worms were not included."))
                .containsEntry("denies", 0.0)
                .containsEntry("denies_not", 1.0)
                .containsEntry("uncovered_words", 0.0);
        assertThat(ClaimSigns.ofWording("Worms were not included.", "Worms were included."))
                .containsEntry("denies", 1.0)
                .containsEntry("denies_not", 0.0);
    }
}
