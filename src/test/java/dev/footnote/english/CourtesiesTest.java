package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CourtesiesTest {

    @Test
    void politeWordsBeginWithAnOpener() {
        assertThat(Courtesies.isAll(List.of("hi", "there"))).isTrue();
        assertThat(Courtesies.isAll(List.of("thank", "you"))).isTrue();
        assertThat(Courtesies.isAll(List.of("there", "hi"))).isFalse();
        assertThat(Courtesies.isAll(List.of("hello", "bridge"))).isFalse();
        assertThat(Courtesies.isAll(List.of())).isFalse();
    }
}
