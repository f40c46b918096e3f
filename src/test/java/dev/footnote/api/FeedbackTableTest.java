package dev.footnote.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.conversation.Feedback;
import dev.footnote.http.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackTableTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456789Z");

    @Test
    void whatASpreadsheetTakesForAFormulaBecomesText() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1")) {
            assertThat(FeedbackTable.cell(formula)).isEqualTo("'" + formula);
        }
        for (String text : List.of("", "a=b", "wrong - source", "\"=1\"")) {
            assertThat(FeedbackTable.cell(text)).isEqualTo(text);
        }
        assertThat(FeedbackTable.cell(null)).isEmpty();
    }

    @Test
    void everyCellIsQuoted() throws IOException {
        StringBuilder out = new StringBuilder();
        new FeedbackTable(out)
                .add(FeedbackView.of(
                        new Feedback("m1", false, List.of("=wrong", "late"), "Not \"so\",\nby far.", NOON)));
        assertThat(out)
                .hasToString("\"message_id\",\"is_positive\",\"reasons\",\"feedback_text\",\"given_at\"\r\n"
                        + "\"m1\",\"false\",\"'=wrong; late\",\"Not \"\"so\"\",\nby far.\","
                        + "\"2026-11-26T12:00:00.123456789Z\"\r\n");
    }

    @Test
    void placeIsReadAsItWasWritten() {
        FeedbackPlace place = FeedbackPlace.of(new Feedback("a_b", true, List.of(), null, NOON));
        assertThat(FeedbackPlace.of(place.toString())).isEqualTo(place);
        assertThat(FeedbackPlace.of((String) null)).isEqualTo(new FeedbackPlace(Instant.EPOCH, ""));
        for (String wrong : List.of("x", "2_b", "2026-11-26T12:00:00Z", "+999999999-01-01T00:00:00Z_a")) {
            assertThatThrownBy(() -> FeedbackPlace.of(wrong)).isInstanceOf(ProblemException.class);
        }
    }
}
