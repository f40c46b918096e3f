package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OppositesTest {

    @ParameterizedTest
    @CsvSource({
        "rose, fell",
        "rose, falling",
        "approved, vetoed",
        "accepts, rejected",
        "banned, permits",
        "opening, shut",
        "for, against",
        "higher, lower",
        "never, always",
        "finished, unfinished",
        "agrees, disagree",
        "legal, illegal"
    })
    void contrariesOpposeEachOtherInAnyForm(String some, String other) {
        assertThat(Opposites.oppose(some, other)).isTrue();
        assertThat(Opposites.oppose(other, some)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"rose, climbed", "rose, rose", "sold, fell", "table, chair", "interest, interested", "form, inform"})
    void otherWordsDoNot(String some, String other) {
        assertThat(Opposites.oppose(some, other)).isFalse();
    }

    @Test
    void aContraryStandsInTheSameForm() {
        assertThat(Opposites.inPlaceOf("won")).containsExactly("lost");
        assertThat(Opposites.inPlaceOf("opens")).containsExactlyInAnyOrder("closes", "shuts");
        assertThat(Opposites.inPlaceOf("rising"))
                .contains("falling", "dropping")
                .doesNotContain("fell");
        assertThat(Opposites.inPlaceOf("chair")).isEmpty();
    }
}
