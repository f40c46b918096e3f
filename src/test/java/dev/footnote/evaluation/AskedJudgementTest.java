package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AskedJudgementTest {

    private static final String SENTENCE = "The ferry leaves the pier at 9 in the morning.";

    private static AskedItem item(String kind, boolean words, List<String> answers) {
        return new AskedItem("x", kind, "", "When?", answers, List.of(SENTENCE), words, List.of(), List.of());
    }

    @Test
    void rightWordsWithTheRightFootnoteAreUseful() {
        AskedItem item = item("factoid", true, List.of("at 9"));

        assertThat(AskedJudgement.of(item, "9 in the morning", List.of(SENTENCE))
                        .useful())
                .isFalse();
        assertThat(AskedJudgement.of(item, "at 9 in the morning", List.of(SENTENCE))
                        .useful())
                .isTrue();
        assertThat(AskedJudgement.of(item, "at 9", List.of("Something else stands here.")))
                .isEqualTo(new AskedJudgement(false, false, true));
    }

    @Test
    void aSentenceThatIsCutElsewhereIsTheSame() {
        AskedItem item = item("why", false, List.of());

        assertThat(AskedJudgement.of(item, "x", List.of("leaves the pier at 9 in the morning. Then"))
                        .cited())
                .isTrue();
        assertThat(AskedJudgement.of(item, "x", List.of("the pier")).cited()).isTrue();
        assertThat(AskedJudgement.of(item, "x", List.of("morning")).cited()).isFalse();
    }

    @Test
    void theWrongYesOrNoIsAbsurd() {
        AskedItem no = item("yesno", false, List.of("no"));
        AskedItem open = item("yesno", false, List.of());

        assertThat(AskedJudgement.of(no, "Yes: " + SENTENCE, List.of(SENTENCE)).absurd())
                .isTrue();
        assertThat(AskedJudgement.of(no, "No: " + SENTENCE, List.of(SENTENCE)).useful())
                .isTrue();
        assertThat(AskedJudgement.of(no, SENTENCE, List.of(SENTENCE)).useful()).isTrue();
        assertThat(AskedJudgement.of(open, "No. " + SENTENCE, List.of(SENTENCE)).absurd())
                .isTrue();
    }

    @Test
    void everyPartAndEveryNeededWordMustBeSaid() {
        AskedItem both = item("two-part", true, List.of("at 9", "the pier"));
        AskedItem must = new AskedItem(
                "x",
                "why",
                "",
                "Why?",
                List.of(),
                List.of(SENTENCE),
                false,
                List.of(List.of("noon", "morning")),
                List.of());

        assertThat(AskedJudgement.of(both, "at 9", List.of(SENTENCE)).useful()).isFalse();
        assertThat(AskedJudgement.of(both, SENTENCE, List.of(SENTENCE)).useful())
                .isTrue();
        assertThat(AskedJudgement.of(must, "at 9", List.of(SENTENCE)).useful()).isFalse();
        assertThat(AskedJudgement.of(must, "in the morning", List.of(SENTENCE)).useful())
                .isTrue();
    }

    @Test
    void anyAnswerToWhatTheArticleDoesNotSayIsAbsurd() {
        AskedItem none = item(AskedItem.UNANSWERABLE, true, List.of());

        assertThat(AskedJudgement.of(none, "at 9", List.of(SENTENCE)).absurd()).isTrue();
    }
}
