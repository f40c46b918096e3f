package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.model.LogisticModel;
import dev.footnote.model.PassageScores;
import dev.footnote.model.Stance;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderStatesTest {

    private static final ReaderStates STATES = new ReaderStates(
            new LogisticModel(List.of("0", "1"), List.of(2.0, -1.0), 0.5),
            new LogisticModel(List.of("0", "1"), List.of(-100.0, 0.0), 0));

    private static PassageScores inState(float... state) {
        return new PassageScores(
                new int[] {0}, new int[] {4}, new float[] {1}, new float[] {1}, 0, 0, new Stance(0.2, 0.2, 0.6), state);
    }

    @Test
    void aStateIsWeighedAsWhatWasRead() {
        assertThat(STATES.ofPassage(inState(1, 2))).isEqualTo(0.5);
        assertThat(STATES.ofSentence(inState(0, 2))).isZero();
    }

    @Test
    void noStateAloneDecides() {
        assertThat(STATES.ofSentence(inState(1, 0))).isEqualTo(-8);
    }

    @Test
    void theStateOfAnotherReaderSaysNothing() {
        assertThat(STATES.ofPassage(inState())).isZero();
        assertThat(STATES.ofPassage(inState(1, 2, 3))).isZero();
        assertThat(ReaderStates.NONE.ofPassage(inState(1, 2))).isZero();
    }

    @Test
    void itIsKeptWithTheOtherNumbers() {
        PassageScores kept = PassageScores.of(inState(3, -4).toArray());

        assertThat(kept.state()).containsExactly(3, -4);
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.best().orElseThrow().margin()).isEqualTo(2);
    }
}
