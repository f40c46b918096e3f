package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @Test
    void aNumberHasItsUnitHoweverThatIsWritten() {
        assertThat(Quantity.of("4 percent, 4% and 4 per cent; €4, 4 euros; 4 km, 4 kilometres"))
                .extracting(Quantity::unit)
                .containsExactly("percent", "percent", "percent", "euro", "euro", "kilometr", "kilometr");
    }

    @Test
    void whatIsCountedIsTheLastNounOfTheRow() {
        assertThat(Quantity.of("There were 58 foot passengers and nine crew on board."))
                .extracting(Quantity::value, Quantity::counted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("58", "passeng"),
                        org.assertj.core.groups.Tuple.tuple("9", "crew"));
    }

    @ParameterizedTest
    @CsvSource({"4 percent, 4 euros", "2.4 million crowns, 2.4 million euros", "$3, £3"})
    void theSameNumberMayMeasureSomethingElse(String some, String other) {
        assertThat(only(some).hasOtherUnit(only(other))).isTrue();
        assertThat(only(some).isLike(only(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4 percent, 5%", "87 people, 78 people", "6 weeks, 7 weeks"})
    void theSameThingMayHaveAnotherNumber(String some, String other) {
        assertThat(only(some).hasOtherValue(only(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4 percent, 4%", "58 passengers, fifty-eight passengers", "30 years, 5 people", "3 boats, 4 bridges"})
    void otherThingsSayNothingOfEachOther(String some, String other) {
        assertThat(only(some).hasOtherValue(only(other))).isFalse();
        assertThat(only(some).hasOtherUnit(only(other))).isFalse();
    }

    private static Quantity only(String text) {
        return Quantity.of(text).get(0);
    }
}
