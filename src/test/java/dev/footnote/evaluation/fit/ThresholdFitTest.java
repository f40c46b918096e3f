package dev.footnote.evaluation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdFitTest {

    private record Guess(double probability, double weight, boolean right) {}

    private static final List<Guess> GUESSES = List.of(
            new Guess(0.3, 1, false),
            new Guess(0.9, 1, true),
            new Guess(0.5, 2, true),
            new Guess(0.7, 1, false),
            new Guess(0.8, 1, true));

    private static double from(double precision, int fewest) {
        return ThresholdFit.from(GUESSES, Guess::probability, Guess::weight, Guess::right, precision, fewest);
    }

    @Test
    void isTheLowestFromWhichOnEnoughIsRightByWeight() {
        assertThat(from(0.9, 1)).isEqualTo(0.8);
        assertThat(from(0.8, 1)).isEqualTo(0.5);
        assertThat(from(0.6, 1)).isEqualTo(0.3);
    }

    @Test
    void isOneWhereTooFewAreSaid() {
        assertThat(from(0.9, 3)).isEqualTo(1);
        assertThat(ThresholdFit.from(List.<Guess>of(), Guess::probability, Guess::weight, Guess::right, 0.5, 1))
                .isEqualTo(1);
    }
}
