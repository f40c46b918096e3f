package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.model.LogisticModel;
import dev.footnote.model.Stance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoTest {

    private static final Stance SAYS_SO = new Stance(0.9, 0.05, 0.05);
    private static final Stance SAYS_OTHERWISE = new Stance(0.1, 0.85, 0.05);
    private static final YesNo.Scores YES = scores(SAYS_SO, 0.9);
    private static final YesNo.Scores NO = scores(SAYS_OTHERWISE, 0.1);

    private static YesNo.Scores scores(Stance stance, double support) {
        return new YesNo.Scores(stance, stance, stance, stance, support, 0.9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Did Holm give the interview on Monday?|Holm did give the interview on Monday.",
                "Was anyone hurt?|Anyone was hurt.",
                "Is the dam safe?|The dam is safe.",
                "Will the hall be closed during the building work?|The hall will be closed during the building work.",
                "Is the new credit line bigger than the old one?|The new credit line is bigger than the old one.",
                "Did the president of the club resign?|The president of the club did resign.",
                "Has an auditor checked these numbers|An auditor has checked these numbers.",
                "Is there a bus on Sundays?|There is a bus on Sundays.",
                "Didn't the committee approve the plan?|The committee did not approve the plan.",
                "The dam broke, right?|The dam broke.",
                "He won, didn't he?|He won.",
                "Was Ida Holm born in Turku?|Ida Holm was born in Turku.",
                "Who broke the dam?|Who broke the dam?",
            })
    void turnsAQuestionIntoItsClaim(String question, String claim) {
        assertThat(YesNo.claim(question)).isEqualTo(claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who won, Ann or Ben?",
                "Is it red or blue?",
                "What is a dam?",
                "Can you help me?",
                "dam safety",
                "What did she say, exactly?"
            })
    void otherQuestionsWantNoYes(String question) {
        assertThat(YesNo.isYesNo(question)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The bank closed in May.|STATED",
                "The dredger broke loose.|STATED",
                "It is unclear whether the pit will open again.|HEDGED",
                "If the motion passes, the pool will close.|HEDGED",
                "The medicine was hardly effective.|HEDGED",
                "The parties met in May.|STATED",
                "The firm may sell the plant.|HEDGED",
                "The ministry has accused the firm of fraud.|ATTRIBUTED",
                "According to Ida Holm, the bank was insolvent.|ATTRIBUTED",
                "“The bank is safe,” said Ida Holm.|ATTRIBUTED",
            })
    void tellsWhoseWordASentenceGives(String sentence, YesNo.Standing standing) {
        assertThat(YesNo.standing(sentence)).isEqualTo(standing);
    }

    static YesNoModel model() {
        List<String> signs = List.of("question_yes", "claim_yes", "support");
        List<String> opposite = List.of("question_no", "claim_no", "support");
        return new YesNoModel(
                new LogisticModel(signs, List.of(0.5, 0.5, 1.0), 0),
                0.8,
                new LogisticModel(opposite, List.of(0.5, 0.5, -1.0), 0),
                0.8);
    }

    @Test
    void decidesOnlyWhatIsStated() {
        assertThat(YesNo.decide("Did the bank close?", "The bank closed in May.", YES, model()))
                .isEqualTo(YesNo.Decision.YES);
        assertThat(YesNo.decide("Did the bank close on Monday?", "The bank closed on Friday.", NO, model()))
                .isEqualTo(YesNo.Decision.NO);
        assertThat(YesNo.decide("Will the pit open again?", "It is unclear if the pit will open again.", YES, model()))
                .isEqualTo(YesNo.Decision.OPEN);
        assertThat(YesNo.decide(
                        "Did the firm commit fraud?", "The ministry has accused the firm of fraud.", YES, model()))
                .isEqualTo(YesNo.Decision.OPEN);
        assertThat(YesNo.decide(
                        "Does the ministry accuse the firm of fraud?",
                        "The ministry has accused the firm of fraud.",
                        YES,
                        model()))
                .isEqualTo(YesNo.Decision.YES);
    }

    @Test
    void decidesNothingWhereVerdictAndCheckDisagree() {
        YesNo.Scores torn = scores(SAYS_SO, 0.1);
        assertThat(YesNo.decide("Did the bank close?", "The bank closed in May.", torn, model()))
                .isEqualTo(YesNo.Decision.OPEN);
        assertThat(YesNo.Decision.NO.say("It is open.")).isEqualTo("No: It is open.");
    }

    @Test
    void aSentenceMaySayItItself() {
        assertThat(YesNo.saysItself("No.")).isTrue();
        assertThat(YesNo.saysItself("Yes, on Mondays.")).isTrue();
        assertThat(YesNo.saysItself("Nobody came.")).isFalse();
    }
}
