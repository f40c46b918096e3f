package dev.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.footnote.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Over logits made by hand: no model. */
class PassageScoresTest {

    /** "Ann came. Ben left." with a token a word or stop. */
    private static final PassageScores SCORES = new PassageScores(
            new int[] {0, 4, 8, 10, 14, 18},
            new int[] {3, 8, 9, 13, 18, 19},
            new float[] {1, 0, -2, 4, 0, -2},
            new float[] {1, 0, -2, 3, 1, -2},
            2,
            1,
            new Stance(0.7, 0.2, 0.1));

    private static final Span FIRST = new Span(0, 9);
    private static final Span SECOND = new Span(10, 19);

    @Test
    void theBestWordsOfAPassageAndOfASentenceAreTold() {
        assertThat(SCORES.best()).contains(new ScoredSpan(new Span(10, 13), 4));
        assertThat(SCORES.best(FIRST)).contains(new ScoredSpan(new Span(0, 3), -1));
        assertThat(SCORES.best(new Span(9, 10))).isEmpty();
    }

    @Test
    void theSharesOfSentencesAndOfNoAnswerAddUp() {
        double starts = Math.exp(SCORES.startShare(FIRST)) + Math.exp(SCORES.startShare(SECOND));
        double all = Math.exp(1) + 1 + Math.exp(-2) + Math.exp(4) + 1 + Math.exp(-2) + Math.exp(2);

        assertThat(starts).isCloseTo(1 - Math.exp(2) / all, within(1e-9));
        assertThat(SCORES.noneShare()).isLessThan(SCORES.startShare(SECOND));
    }

    @Test
    void theBestWordsApartDoNotOverlap() {
        List<ScoredSpan> spans = SCORES.bestApart(9);

        assertThat(spans.get(0).span()).isEqualTo(new Span(10, 13));
        assertThat(spans.get(1).span()).isEqualTo(new Span(0, 3));
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(0).span().overlaps(spans.get(i).span())).isFalse();
        }
    }

    @Test
    void theyAreTheSameWhenReadBackFromNumbers() {
        PassageScores again = PassageScores.of(SCORES.toArray());

        assertThat(again.best()).isEqualTo(SCORES.best());
        assertThat(again.startShare(FIRST)).isEqualTo(SCORES.startShare(FIRST));
        assertThat(again.endShare(SECOND)).isEqualTo(SCORES.endShare(SECOND));
        assertThat(again.stance().yes()).isCloseTo(0.7, within(1e-6));
    }

    @Test
    void anEmptyPassageHasNoWords() {
        PassageScores none =
                new PassageScores(new int[0], new int[0], new float[0], new float[0], 1, 1, new Stance(0, 0, 1));

        assertThat(none.best()).isEmpty();
        assertThat(none.noneShare()).isZero();
    }

    @Test
    void aStanceAddsUpToOne() {
        assertThat(Stance.of(2, 0, 0).yes()).isGreaterThan(0.7);
        assertThatThrownBy(() -> new Stance(0.5, 0.2, 0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
