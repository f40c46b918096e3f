package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InitialsTest {

    @Test
    void oneLetterStandsForNoName() {
        assertThat(of("United").canStandForName()).isFalse();
        assertThat(of("United", "Nations").canStandForName()).isTrue();
    }

    @Test
    void lettersAreKeptAsWrittenAndInLowerCase() {
        assertThat(of("World", "health", "Organization").asWritten()).isEqualTo("WhO");
        assertThat(of("World", "health", "Organization").inLowerCase()).isEqualTo("who");
        assertThat(of("Athinon", "\u03A3ofia").inLowerCase()).isEqualTo("a\u03C3");
    }

    @Test
    void aLetterOfTwoCodeUnitsIsTakenWhole() {
        assertThat(of("\uD801\uDC00a", "\uD801\uDC01b").asWritten()).isEqualTo("\uD801\uDC00\uD801\uDC01");
    }

    private static Initials of(String... words) {
        Initials initials = new Initials();
        List.of(words).forEach(initials::add);
        return initials;
    }
}
