package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMarksTest {

    @ParameterizedTest
    @ValueSource(strings = {"3", " - iv - ", "Page 3 of 9", "[12]", "p. 4", "3/9"})
    void numbersOfPages(String line) {
        assertThat(PageMarks.isPageNumber(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "3 ships", "Page", "mill", "2,5"})
    void otherLinesAreNone(String line) {
        assertThat(PageMarks.isPageNumber(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Page 3 of 9", "- page 12 -", "pg. 4"})
    void sayThatTheyAre(String line) {
        assertThat(PageMarks.saysPageNumber(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "See page 12 of the report", "iv"})
    void doNotSay(String line) {
        assertThat(PageMarks.saysPageNumber(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Downloaded from https://example.org/a by a reader",
                "This copy was printed on 3 May 2020",
                "Licensed to ada@example.org for her own use"
            })
    void origins(String line) {
        assertThat(PageMarks.isOrigin(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Downloaded files fill the disk",
                "They printed from dawn to dusk",
                "The mill stood by the river in 1911"
            })
    void noOrigins(String line) {
        assertThat(PageMarks.isOrigin(line)).isFalse();
    }
}
