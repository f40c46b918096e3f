package dev.footnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListMarkTest {

    @ParameterizedTest
    @CsvSource({"- oats,2", "*  rye,3", "• bread,2", "12. eggs,4", "3) milk,3"})
    void anItemBeginsBehindItsMark(String line, int length) {
        assertThat(ListMark.lengthIn(line)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oats - rye", "-5 degrees", "1.5 litres", "1234. Then", "-", ""})
    void otherTextsHaveNone(String line) {
        assertThat(ListMark.lengthIn(line)).isZero();
    }
}
