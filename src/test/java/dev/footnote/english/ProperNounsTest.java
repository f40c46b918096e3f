package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProperNounsTest {

    private static final ProperNouns NAMES = ProperNouns.of(
            """
            Harvest began early. When it did, Ms. Okafor called the Varga farm on Monday, and rose early. At the farm \
            Rose and the May bugs waited; they may swarm.""");

    @Test
    void wordsThatAlwaysHaveACapitalGetOne() {
        assertThat(NAMES.capitalised("did varga call on monday")).isEqualTo("did Varga call on Monday");
    }

    @Test
    void wordsThatAlsoStandWithoutOneStayAsTheyAre() {
        assertThat(NAMES.capitalised("when did rose and the may bugs rise"))
                .isEqualTo("when did rose and the may bugs rise");
    }

    @Test
    void theFirstWordOfASentenceSaysNothing() {
        assertThat(NAMES.capitalised("when did harvest begin")).isEqualTo("when did harvest begin");
    }

    @Test
    void whatHasACapitalKeepsIt() {
        assertThat(NAMES.capitalised("Did VARGA call Ann?")).isEqualTo("Did VARGA call Ann?");
    }

    @Test
    void unknownWordsStay() {
        assertThat(NAMES.capitalised("what did smith say")).isEqualTo("what did smith say");
    }
}
