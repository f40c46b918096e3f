package dev.footnote.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.ShortQuestion;
import dev.footnote.english.SummaryLength;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryRankingTest {

    private static final float[] MAIN = {1, 0, 0};
    private static final float[] NEAR_MAIN = {0.99f, 0.14f, 0};
    private static final float[] ASIDE = {0, 1, 0};
    private static final float[] OTHER = {0, 0, 1};

    @Test
    void oneSentenceIsTheMainPoint() {
        assertThat(SummaryRanking.choose(List.of(MAIN, ASIDE, ASIDE, ASIDE), List.of(0, 5, 6, 7), MAIN, 1))
                .containsExactly(0);
    }

    @Test
    void theTitleTellsWhereTheLeadDoesNot() {
        assertThat(SummaryRanking.choose(List.of(ASIDE, MAIN, OTHER), List.of(4, 5, 6), MAIN, 1))
                .containsExactly(1);
    }

    @Test
    void doesNotSayTheSameTwice() {
        assertThat(SummaryRanking.choose(List.of(MAIN, NEAR_MAIN, ASIDE), List.of(0, 1, 2), null, 2))
                .containsExactly(0, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "Summarise it in one sentence, 1, false",
        "give me 3 bullet points, 3, true",
        "sum it up in two short sentences, 2, false",
        "Summary in a sentence please, 1, false",
        "summarise briefly, 2, false",
        "give me 99 bullet points, 10, true",
        "What is it about?, 0, false"
    })
    void readsTheLength(String question, int sentences, boolean asList) {
        SummaryLength length = SummaryLength.of(question);
        assertThat(length.sentences().orElse(0)).isEqualTo(sentences);
        assertThat(length.asList()).isEqualTo(asList);
    }

    @ParameterizedTest
    @ValueSource(strings = {"why", "Why?", "how so?", "what did he say?", "And when?", "How old is she?"})
    void shortQuestionsAskForMore(String question) {
        assertThat(ShortQuestion.asksForMore(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sure?", "really?", "says who?", "how do you know that?", "Where does it say so?", "hi", "thanks"
            })
    void doubtsAndTalkDoNot(String text) {
        assertThat(ShortQuestion.asksForMore(text)).isFalse();
    }
}
