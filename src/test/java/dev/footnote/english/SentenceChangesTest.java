package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceChangesTest {

    private static final String SENTENCE = "The club won the cup in 1934, the first for the town.";

    @Test
    void aWordGivesWayToItsContrary() {
        // Two of the three words that have a contrary are changed; which, is chance.
        assertThat(IntStream.range(0, 10)
                        .boxed()
                        .flatMap(seed -> SentenceChanges.opposite(SENTENCE, new Random(seed)).stream()))
                .contains(
                        "The club lost the cup in 1934, the first for the town.",
                        "The club won the cup in 1934, the last for the town.");
        assertThat(SentenceChanges.opposite("A chair.", new Random(1))).isEmpty();
    }

    @Test
    void aVerbGivesWayToAnother() {
        assertThat(SentenceChanges.verb(SENTENCE, List.of("won", "sold"), new Random(1)))
                .contains("The club sold the cup in 1934, the first for the town.");
        assertThat(SentenceChanges.verb(SENTENCE, List.of("won"), new Random(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The club won the cup. | The club did not win the cup.",
                "The club has won the cup. | The club has not won the cup.",
                "The club did not win. | The club did win.",
                "The club didn't win. | The club did win.",
                "The club won't win. | The club will win.",
                "Can’t it win? | Can it win?",
                "The club cannot win. | The club can win.",
                "He said she was late. | He did not say she was late."
            })
    void whatIsStatedIsDeniedAndTheOtherWayRound(String sentence, String changed) {
        assertThat(SentenceChanges.negation(sentence)).contains(changed);
    }

    @Test
    void aUnitGivesWayToAnotherOfItsKind() {
        assertThat(SentenceChanges.unit("It takes 3 weeks.", new Random(1)))
                .hasValueSatisfying(changed ->
                        assertThat(changed).matches("It takes 3 (minutes|hours|days|months|years|decades)\\."));
        assertThat(SentenceChanges.unit("It takes long.", new Random(1))).isEmpty();
    }

    @Test
    void whoAndWhomChangePlaces() {
        assertThat(SentenceChanges.turned("The mayor accused the bank of fraud."))
                .hasValueSatisfying(turned -> {
                    assertThat(turned.wrong())
                            .containsExactly(
                                    "The bank accused the mayor of fraud.",
                                    "The mayor was accused by the bank of fraud.");
                    assertThat(turned.right()).containsExactly("The bank was accused by the mayor of fraud.");
                });
        assertThat(SentenceChanges.turned("The mayor resigned.")).isEmpty();
    }

    @Test
    void numbersChangePlaces() {
        assertThat(SentenceChanges.numbersSwapped("It fell from 67 to 61 points."))
                .contains("It fell from 61 to 67 points.");
    }

    @Test
    void theEndOfAnotherSentenceIsAdded() {
        assertThat(SentenceChanges.added("The club won.", "She has lived there alone in the old mill."))
                .contains("The club won in the old mill.");
        assertThat(SentenceChanges.added("The club won.", "She left.")).isEmpty();
    }

    @Test
    void aSentenceIsShortenedByItsEnd() {
        assertThat(SentenceChanges.shortened("The small club of the town won the cup, which was a surprise."))
                .contains("The small club of the town won the cup.");
        assertThat(SentenceChanges.shortened("If the club wins the cup next year, the town will be glad."))
                .isEmpty();
    }

    @Test
    void aSentenceStandsInsideAnother() {
        assertThat(SentenceChanges.open("The club won the cup.", new Random(1)))
                .hasValueSatisfying(open -> assertThat(open).contains("the club won the cup"));
        assertThat(SentenceChanges.reported("The club won the cup.", new Random(1)))
                .hasValueSatisfying(more -> assertThat(more).contains("the club won the cup"));
        assertThat(SentenceChanges.open("Did the club win the cup?", new Random(1)))
                .isEmpty();
    }
}
