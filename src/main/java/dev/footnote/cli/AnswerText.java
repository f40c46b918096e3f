package dev.footnote.cli;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Claim;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import java.util.Objects;
import java.util.stream.Collectors;

/** An answer for a terminal: the answer, then its footnotes with the answer's own words emphasised. */
final class AnswerText {

    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private AnswerText() {}

    /**
     * The text, ending with a line break.
     *
     * @param coloured whether the output is a terminal that shows emphasis
     */
    static String of(Answer answer, boolean coloured) {
        StringBuilder text = new StringBuilder();
        if (answer.questionUnderstood() != null) {
            line(text, coloured, FAINT, "(read as: " + answer.questionUnderstood() + ")");
        }
        if (answer.form() == Form.LIST && answer.claims().size() > 1) {
            answer.claims().forEach(claim -> line(text, coloured, BOLD, item(answer, claim)));
        } else {
            line(text, coloured, BOLD, visible(answer.answer()));
        }
        if (answer.certainty() == Certainty.LIKELY) {
            line(text, coloured, FAINT, answer.citations().isEmpty() ? "likely" : "likely; check the sentence");
        }
        for (Citation citation : answer.citations()) {
            text.append(System.lineSeparator());
            String label = label(answer, citation);
            text.append(label).append(emphasised(citation, coloured)).append(System.lineSeparator());
            String page = citation.page() == null ? "" : ", " + citation.pageInWords();
            line(
                    text,
                    coloured,
                    FAINT,
                    " ".repeat(label.length()) + visible(citation.documentTitle()) + ", paragraph "
                            + citation.paragraph() + page);
        }
        if (!answer.suggestedQuestions().isEmpty()) {
            text.append(System.lineSeparator())
                    .append(answer.kind() == Kind.CHAT ? "You can ask:" : "It does answer:")
                    .append(System.lineSeparator());
            answer.suggestedQuestions()
                    .forEach(question ->
                            text.append("  ").append(visible(question)).append(System.lineSeparator()));
        }
        answer.warnings().forEach(warning -> line(text, coloured, FAINT, "note: " + visible(warning)));
        return text.toString();
    }

    /** One item of a list with its marks. */
    private static String item(Answer answer, Claim claim) {
        String marks =
                claim.citations().stream().map(index -> "[" + index + "]").collect(Collectors.joining());
        return "- " + visible(answer.answerText().substring(claim.startIndex(), claim.endIndex())) + " " + marks;
    }

    /** What stands before a sentence; "The closest is:" has been said already where the answer is uncertain. */
    private static String label(Answer answer, Citation citation) {
        if (answer.reason() == Reason.UNCERTAIN) {
            return "  ";
        }
        return answer.kind() == Kind.REFUSAL ? "closest: " : "[" + citation.index() + "] ";
    }

    private static String emphasised(Citation citation, boolean coloured) {
        String cited = citation.citedText();
        if (!coloured || citation.answerStartCharIndex() == null) {
            return visible(cited);
        }
        int start = citation.answerStartCharIndex() - citation.startCharIndex();
        int end = Objects.requireNonNull(citation.answerEndCharIndex()) - citation.startCharIndex();
        return visible(cited.substring(0, start))
                + BOLD
                + visible(cited.substring(start, end))
                + PLAIN
                + visible(cited.substring(end));
    }

    /** On one line, and without control characters: an article must not steer the terminal. */
    private static String visible(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\ufffd");
    }

    private static void line(StringBuilder text, boolean coloured, String style, String words) {
        text.append(coloured ? style + words + PLAIN : words).append(System.lineSeparator());
    }
}
