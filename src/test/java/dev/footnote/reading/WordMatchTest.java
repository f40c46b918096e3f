package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footnote.text.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WordMatchTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    private final EncodedByHand encoding = new EncodedByHand(Map.of("block", "veto"));

    private WordMatch match(String question, String text) {
        return WordMatch.of(encoding.encode(question), stem -> stem.equals("plan") ? 3 : 1, encoding.encode(text));
    }

    @Test
    void anotherWordOfTheSameMeaningMatches() {
        WordMatch match = match("Who blocked the plan?", "France vetoed the plan.");
        assertThat(match.mean()).isEqualTo(1, EXACTLY);
        assertThat(match.lost()).isZero();
        assertThat(match.least()).isEqualTo(1, EXACTLY);
    }

    @Test
    void whatIsMissingCountsByItsWeight() {
        WordMatch noPlan = match("Who blocked the plan?", "France vetoed it.");
        assertThat(noPlan.mean()).isEqualTo(0.25, EXACTLY);
        assertThat(noPlan.lost()).isEqualTo(5 * 0.8 * 0.75, EXACTLY);
        assertThat(noPlan.least()).isZero();
        assertThat(match("Who blocked the plan?", "France made the plan.").mean())
                .isEqualTo(0.75, EXACTLY);
    }

    @Test
    void questionOfEmptyWordsIsMatchedByAnything() {
        WordMatch match = match("Who is it?", "France vetoed the plan.");
        assertThat(match.mean()).isEqualTo(1, EXACTLY);
        assertThat(match.lost()).isZero();
        assertThat(match.least()).isEqualTo(1, EXACTLY);
    }

    @Test
    void wordsOfAPlaceAreThoseWithinIt() {
        String text = "France vetoed it. The plan failed.";
        WordMatch second = WordMatch.of(
                encoding.encode("Who blocked the plan?"),
                stem -> 1,
                encoding.encode(text).within(new Span(18, text.length())));
        assertThat(second.mean()).isEqualTo(0.5, EXACTLY);
    }

    @Test
    void numbersHaveTheNameOfTheirText() {
        Map<String, Double> signs = new LinkedHashMap<>();
        new WordMatch(0.5, 1, 0.25, 0.75).addTo(signs, "sentence");
        assertThat(signs)
                .containsExactly(
                        Map.entry("match_sentence", 0.5),
                        Map.entry("match_lost_sentence", 1.0),
                        Map.entry("match_least_sentence", 0.25),
                        Map.entry("match_whole_sentence", 0.75));
    }
}
