package dev.footnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines are one paragraph. */
class ParagraphsTest {

    private static final String PROSE = "The ferry between the two islands was stopped in April because its engine had "
            + "failed three times within a week. The harbour master asked the owner for a new one, which would cost about "
            + "9 million crowns. Nobody on the smaller island was pleased, for the shop there is supplied by the ferry alone.";

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 28, 31, 34, 37, 40, 50, 72, 100})
    void wrappedProseIsOneParagraphAtAnyWidth(int width) {
        String text = wrapped(PROSE, width) + "\n\n" + wrapped("It sails again since the end of May.", width);
        assertThat(Paragraphs.of(text)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Old pond in the wood\nA frog leaps over the rim\nSound of the water.",
                "old pond\na frog leaps over the rim\nsplash, and again silence.",
                "bread and butter\ntwo bottles of red wine\nsalt\nyellow onions for the soup",
                "a loaf of fresh rye bread\na jar of bitter marmalade\na piece of old hard cheese\na bag of ripe red plums",
                "Harald Nygaard\nSolveig Brekke Thorsen\nOlaf Myhre\nGudrun Aasen Lie",
                "Shall I go where the river bends,\nWhere the willow and water are friends,\nWhere the night never ends?"
            })
    void linesOfPoemsAndListsStayApart(String lines) {
        assertThat(Paragraphs.of(lines)).hasSize((int) lines.lines().count());
    }

    @Test
    void listInANarrowTextStaysAList() {
        String list = "- two oars\n- a bucket\n- ropes";
        assertThat(Paragraphs.of(wrapped(PROSE, 30) + "\n\n" + list)).hasSize(4);
        String names = "Nils Dahl\nEva Moen\nPer Lund";
        assertThat(Paragraphs.of(wrapped(PROSE, 30) + "\n\n" + names)).hasSize(4);
    }

    @Test
    void linesOfALogStayApartHoweverLongTheyAre() {
        String log =
                """
                09:27 UTC: the first sailor reports that the harbour light is out of order since midnight
                12:55 UTC: the harbour master sends a boat with two men and a lamp to the outer light
                14:10 UTC: the light burns""";
        assertThat(Paragraphs.of(log)).hasSize(3);
        assertThat(Paragraphs.of(log.replace(" UTC", "").replace("09:27", "2021-03-04")))
                .hasSize(3);
    }

    @Test
    void aTimeAtTheBeginningOfOneWrappedLineEndsNoParagraph() {
        String prose =
                """
                The light went out in the night, as the harbour master found when he woke up at
                09:27 and looked out of the window to see what the weather was like that morning.""";
        assertThat(Paragraphs.of(prose)).hasSize(1);
    }

    private static String wrapped(String prose, int width) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String word : List.of(prose.split(" ", -1))) {
            if (line > 0 && line + 1 + word.length() > width) {
                text.append('\n');
                line = 0;
            } else if (line > 0) {
                text.append(' ');
                line++;
            }
            text.append(word);
            line += word.length();
        }
        return text.toString();
    }
}
