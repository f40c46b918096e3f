package dev.footnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {

    @Test
    void aWordIsFoundInAnotherForm() {
        List<Word> claim = Word.of("Western countries want inquiries.");
        Alignment alignment = new Alignment(claim, Word.of("The West wanted an inquiry."));

        assertThat(alignment.has(2)).isTrue();
        assertThat(alignment.has(3)).isTrue();
        assertThat(alignment.has(1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sales fell 4 percent. | Sales rose 4 percent.",
                "Ann voted for it. | Ann voted against it.",
                "The council rejected the plan. | The plan was accepted by the council.",
                "It left before noon. | It left after noon."
            })
    void aContraryWordIsSeen(String claim, String text) {
        assertThat(of(claim, text).opposed()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann voted for it. | Ann voted for it, Bo against the motion.",
                "Sales rose. | Sales rose before they fell.",
                "Ann paid for the bridge. | Ann, who spoke against Bo, paid for the bridge."
            })
    void aContraryWordElsewhereIsNot(String claim, String text) {
        assertThat(of(claim, text).opposed()).isZero();
    }

    @Test
    void aWordInAnothersPlaceIsCounted() {
        assertThat(of("The ship was painted in Bergen.", "The ship was built in Bergen.")
                        .replaced())
                .isEqualTo(1);
        assertThat(of("The ship was built.", "The ship was built in Bergen.").replaced())
                .isZero();
        assertThat(of("The red ship was built in Bergen.", "The ship was built in Bergen.")
                        .replaced())
                .isZero();
    }

    @Test
    void whoChangedPlacesWithWhomIsSeen() {
        String text = "Moscow accused Paris of lying.";

        assertThat(crossed("Paris accused Moscow of lying.", text)).isPositive();
        assertThat(crossed("Moscow accused Paris of lying.", text)).isZero();
        assertThat(crossed("Paris was accused by Moscow of lying.", text)).isZero();
        assertThat(crossed("Moscow accused Paris.", text)).isZero();
    }

    @Test
    void theShareOfTurnedPairsIsTold() {
        Alignment alignment = of("Bo met Ann", "Ann met Bo");

        assertThat(alignment.moved(new boolean[] {true, false, true})).isEqualTo(1);
        assertThat(alignment.moved(new boolean[] {true, false, false})).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The mine will reopen. | It is unclear whether the mine will reopen. | true",
                "The mine will reopen. | The mine will reopen, it is unclear when. | false",
                "It is unclear whether the mine will reopen. | It is unclear whether the mine will reopen. | false",
                "The mine reopened. | Unclear, said Bo, who had come with Ann by the first boat, are the costs: the mine reopened. | false",
                "Nobody came. | It rained. | false"
            })
    void whatStandsBehindAWordThatLeavesOpenIsLeftOpen(String claim, String text, boolean expected) {
        assertThat(of(claim, text).isLeftOpen()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The plan was approved. | The mayor denied that the plan was approved. | true",
                "The plan was approved. | The plan was approved, which the mayor denied. | false",
                "The mayor denied that the plan was approved. | The mayor denied that the plan was approved. | false"
            })
    void whatStandsBehindAWordThatDeniesIsDenied(String claim, String text, boolean expected) {
        assertThat(of(claim, text).isDenied()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Worms were included. | Worms were not included. | true",
                "Worms were not included. | Worms were included. | true",
                "Worms were not included. | Worms were not included. | false",
                "Worms were included. | Worms were included, the lid was not. | false",
                "There was a plan. | There was no plan. | true",
                "The box was heavy. | It never rained. | false"
            })
    void oneDenialMoreTurnsAClaimRound(String claim, String text, boolean expected) {
        assertThat(of(claim, text).isTurnedRound()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Paris was accused by Moscow. | Moscow accused Paris. | true",
                "Moscow accused Paris. | Paris was then accused by Moscow. | true",
                "Paris was accused by Moscow. | Moscow was accused by Paris. | false",
                "Moscow accused Paris. | Paris accused Moscow. | false"
            })
    void thePassiveOfOneOfBothIsSeen(String claim, String text, boolean expected) {
        assertThat(of(claim, text).isTurned()).isEqualTo(expected);
    }

    @Test
    void eachWordInAnothersPlaceCounts() {
        assertThat(of("The old ship was painted in Bergen.", "The new ship was built in Bergen.")
                        .replaced())
                .isEqualTo(2);
        assertThat(of("Bo was painted in Bergen.", "The ship was built in Bergen.")
                        .replaced())
                .isEqualTo(2);
        // More than twice as many words in their place are another thing that is said, and not one in place of one.
        assertThat(of("The ship was painted in Bergen.", "The ship was built, fitted and launched in Bergen.")
                        .replaced())
                .isZero();
        assertThat(of("The ship rusted.", "It rained.").replaced()).isZero();
    }

    @Test
    void aWordThatTheTextHasTwiceIsTheOneInOrder() {
        Alignment alignment = of("Bo met Ann", "Ann said that Bo met Ann");

        assertThat(alignment.moved(new boolean[] {true, true, true})).isZero();
    }

    @Test
    void countriesAreTheSameByAnyOfTheirNames() {
        assertThat(of("The USA left.", "The United States left.").has(1)).isFalse();
        assertThat(of("America left.", "The USA left.").has(0)).isTrue();
    }

    private static int crossed(String claim, String text) {
        boolean[] all = new boolean[Word.of(claim).size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = !Word.of(claim).get(i).isLight();
        }
        return of(claim, text).crossed(all);
    }

    private static Alignment of(String claim, String text) {
        return new Alignment(Word.of(claim), Word.of(text));
    }
}
