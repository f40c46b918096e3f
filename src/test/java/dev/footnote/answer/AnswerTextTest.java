package dev.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.TownClock;
import dev.footnote.answer.AnswerText.Style;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    private static final Answer ANSWER = Answers.answer("m", "c", "Who repaired it?");

    @Test
    void aPipeGetsPlainText() {
        String text = AnswerText.of(ANSWER, Style.PLAIN);

        assertThat(text.lines().toList())
                .startsWith(
                        TownClock.NOTED_ANSWER,
                        "",
                        "[1] " + Answers.SENTENCE,
                        "    " + Answers.TITLE + ", paragraph 1");
        assertThat(text).doesNotContain("\u001b");
    }

    @Test
    void aTerminalGetsTheAnswersOwnWordsEmphasised() {
        assertThat(AnswerText.of(ANSWER, new Style(0, true, null)))
                .contains("\u001b[1m" + TownClock.ANSWER + "\u001b[0m repaired it.");
    }

    @Test
    void aLinkFollowsEachFootnoteWhereThereIsAnAddress() {
        assertThat(AnswerText.of(ANSWER, new Style(0, false, "http://localhost:8080"))
                        .lines()
                        .toList())
                .contains("    http://localhost:8080" + Answers.ADDRESS);
    }

    @Test
    void aListHasALineForEachItemAndATimelineAColumnOfDates() {
        assertThat(AnswerText.of(Answers.list(Form.LIST, "; ", "At least: Ada", "Bo"), Style.PLAIN)
                        .lines()
                        .toList())
                .startsWith("At least:", "- Ada [1]", "- Bo [2]");
        assertThat(AnswerText.of(Answers.list(Form.TIMELINE, " ", "1900 was dry.", "Monday was wet."), Style.PLAIN)
                        .lines()
                        .toList())
                .startsWith(
                        "1900    1900 was dry. [1]",
                        "Monday  Monday was wet. [2]",
                        "",
                        "[1] " + Answers.TITLE + ", paragraph 1");
    }

    @Test
    void noLineIsWiderThanTheTerminalAndNoWordIsBroken() {
        String text = AnswerText.of(
                Answers.list(Form.LIST, "; ", "one ".repeat(30).strip(), "two"), new Style(40, true, null));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .hasSizeLessThanOrEqualTo(40));
        assertThat(text.lines().filter(line -> line.contains("one")).skip(1))
                .allMatch(line -> line.startsWith("  one"));
    }
}
