package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And when?",
                "why",
                "Why did she resign?",
                "What about the second edition?",
                "In what year?",
                "who told them that",
                "and him?",
                "Where does it live?",
                "How many?",
                "Is it poisonous?"
            })
    void leansOnWhatWasSaid(String question) {
        assertThat(FollowUp.of(question)).isEqualTo(FollowUp.LEANS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who vetoed the resolution?",
                "When did Marie Curie win her second Nobel Prize?",
                "What did the committee say that surprised investors?",
                "How tall is the Eiffel Tower?",
                "Is there a cure for malaria?",
                "which battery lasts longest, the old or the new"
            })
    void standsAlone(String question) {
        assertThat(FollowUp.of(question)).isEqualTo(FollowUp.STANDS_ALONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who resigned?",
                "And who paid for the new railway station?",
                "Did they vote against the new railway station?"
            })
    void mayLeanWhereNothingAnswersItAlone(String question) {
        assertThat(FollowUp.of(question)).isEqualTo(FollowUp.MAY_LEAN);
    }

    @Test
    void contextReachesBackToATurnThatStandsAlone() {
        List<Turn> turns = List.of(
                turn("Who won the race?", "Ann"),
                turn("Which agency interviewed the president?", "AFP"),
                turn("And where", "in Damascus"));

        assertThat(FollowUp.context(turns))
                .isEqualTo("Which agency interviewed the president? AFP. And where? in Damascus. ");
    }

    @Test
    void contextOfARefusedTurnIsItsQuestion() {
        assertThat(FollowUp.context(List.of(turn("Who won the yacht race?", ""))))
                .isEqualTo("Who won the yacht race? ");
        assertThat(FollowUp.context(List.of())).isEmpty();
    }

    @Test
    void contextKeepsTheQuestionWhereTheAnswerIsLong() {
        String context = FollowUp.context(List.of(turn("What did the mayor say?", "word ".repeat(60))));

        assertThat(context).startsWith("What did the mayor say? word").endsWith("word. ");
        assertThat(context.split(" ")).hasSize(30);
    }

    private static Turn turn(String question, String said) {
        return new Turn(question, said, List.of());
    }
}
