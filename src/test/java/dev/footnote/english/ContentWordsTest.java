package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentWordsTest {

    @Test
    void wordsOfGrammarAreLeftOut() {
        assertThat(ContentWords.of("Were the lanterns in the harbour counted?")).hasSize(3);
        assertThat(ContentWords.of("When was it?")).isEmpty();
    }

    @Test
    void inflectedWordsMeet() {
        assertThat(ContentWords.of("lanterns")).isEqualTo(ContentWords.of("lantern"));
    }

    @Test
    void namesNumbersAndCodesAreFound() {
        assertThat(ContentWords.names("Is room 104 of Zander Ltd free on Monday at 11:40?"))
                .containsExactly("104", "zander", "ltd", "monday", "11:40");
        assertThat(ContentWords.names("Where is it?")).isEmpty();
    }
}
