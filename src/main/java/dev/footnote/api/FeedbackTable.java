package dev.footnote.api;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Feedback as CSV (RFC 4180), safe to open in a spreadsheet. */
final class FeedbackTable {

    /** What a spreadsheet takes for the beginning of a formula, also behind what it skips. */
    private static final String FORMULA = "=+-@\t\r\n";

    private final CSVPrinter printer;

    FeedbackTable(Appendable out) throws IOException {
        printer = new CSVPrinter(
                out,
                CSVFormat.RFC4180
                        .builder()
                        .setQuoteMode(QuoteMode.ALL)
                        .setHeader("message_id", "is_positive", "reasons", "feedback_text", "given_at")
                        .get());
    }

    void add(FeedbackView feedback) throws IOException {
        printer.printRecord(
                cell(feedback.messageId()),
                feedback.isPositive(),
                cell(String.join("; ", feedback.reasons())),
                cell(feedback.feedbackText()),
                feedback.givenAt());
    }

    /** An apostrophe before it makes a text of what would be a formula. */
    static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String shown = text.stripLeading();
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                || !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
