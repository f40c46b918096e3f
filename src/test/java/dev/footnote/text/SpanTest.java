package dev.footnote.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Span SPAN = new Span(2, 5);

    @Test
    void endsAreInOrder() {
        assertThatThrownBy(() -> new Span(3, 2)).hasMessageContaining("[3, 2)");
        assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Span(0, 0).length()).isZero();
        assertThat(SPAN.length()).isEqualTo(3);
    }

    @Test
    void containsWhatLiesWithin() {
        assertThat(SPAN.contains(SPAN)).isTrue();
        assertThat(SPAN.contains(new Span(3, 4))).isTrue();
        assertThat(SPAN.contains(new Span(1, 4))).isFalse();
        assertThat(SPAN.contains(new Span(3, 6))).isFalse();
    }

    @Test
    void overlapsWhereACodeUnitIsShared() {
        assertThat(SPAN.overlaps(new Span(4, 9))).isTrue();
        assertThat(SPAN.overlaps(new Span(0, 3))).isTrue();
        assertThat(SPAN.overlaps(new Span(5, 9))).isFalse();
        assertThat(SPAN.overlaps(new Span(0, 2))).isFalse();
    }

    @Test
    void wordsAreThoseAtThePlace() {
        assertThat(SPAN.of("a mill")).isEqualTo("mil");
        assertThat(SPAN.shifted(10)).isEqualTo(new Span(12, 15));
        assertThatThrownBy(() -> SPAN.of("a")).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whiteSpaceAtTheEndsIsLeftOut() {
        String text = "a \u00a0mill\t\n b";
        assertThat(new Span(1, text.length() - 1).trimmed(text).of(text)).isEqualTo("mill");
        assertThat(new Span(1, 3).trimmed(text)).isEqualTo(new Span(3, 3));
    }

    @Test
    void offsetsBetweenTheHalvesOfACharacterCutIt() {
        String text = "a🚀b";
        assertThat(List.of(0, 1, 2, 3, 4))
                .filteredOn(at -> Span.cutsCharacter(text, at))
                .containsExactly(2);
        assertThat(Span.cutsCharacter("\uD83D", 0)).isFalse();
        assertThat(Span.cutsCharacter("\uD83Da", 1)).isFalse();
    }

    @Test
    void orderIsByStartThenByEnd() {
        assertThat(List.of(new Span(2, 6), new Span(3, 4), SPAN).stream().sorted())
                .containsExactly(SPAN, new Span(2, 6), new Span(3, 4));
    }
}
