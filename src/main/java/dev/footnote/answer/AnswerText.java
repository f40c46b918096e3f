package dev.footnote.answer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer as plain text: what is said, a list as a list, then its footnotes. For a terminal, and for who asks over HTTP for text. */
public final class AnswerText {

    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    /** What colours a terminal and takes no room. */
    private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

    /** A date that is longer gets a line of its own. */
    private static final int WIDEST_DATE = 18;

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    private AnswerText(Style style) {
        this.style = style;
    }

    /**
     * How it is set.
     *
     * @param width the most columns of a line, which is broken between words; 0 breaks none
     * @param coloured whether it goes to a terminal that shows emphasis
     * @param address of the server that a footnote's link leads to, such as {@code http://localhost:8080}; null for no links
     */
    public record Style(int width, boolean coloured, @Nullable String address) {

        /** As it goes into a pipe. */
        public static final Style PLAIN = new Style(0, false, null);

        public Style {
            if (width < 0) {
                throw new IllegalArgumentException("A line has no " + width + " columns");
            }
        }
    }

    /** The text, ending with a line break. */
    public static String of(Answer answer, Style style) {
        AnswerText text = new AnswerText(style);
        text.write(answer);
        return text.text.toString();
    }

    /** A text in lines of at most so many columns, the second and later ones indented; 0 breaks none. */
    public static String wrapped(String words, int width, int indent) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : words.split(" ", -1)) {
            int length = (int) STYLE.matcher(word).replaceAll("").codePoints().count();
            if (column > 0 && width > 0 && column + 1 + length > width) {
                lines.append(System.lineSeparator()).append(" ".repeat(indent));
                column = indent;
            } else if (lines.length() > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += length;
        }
        return lines.toString();
    }

    private void write(Answer answer) {
        if (answer.questionUnderstood() != null) {
            line(FAINT, "(read as: " + visible(answer.questionUnderstood()) + ")", 0);
        }
        Optional<Listing> listing = Listing.of(answer);
        if (listing.isPresent()) {
            list(listing.get());
        } else {
            line(BOLD, visible(answer.answer()), 0);
        }
        if (answer.certainty() == Certainty.LIKELY) {
            line(FAINT, answer.citations().isEmpty() ? "likely" : "likely; check the sentence", 0);
        }
        answer.citations().forEach(citation -> footnote(answer, citation));
        if (!answer.suggestedQuestions().isEmpty()) {
            end();
            line("", offer(answer.kind()), 0);
            answer.suggestedQuestions().forEach(question -> line("", "  " + visible(question), 4));
        }
        answer.warnings().forEach(warning -> line(FAINT, "note: " + visible(warning), 6));
    }

    private static String offer(Kind kind) {
        return switch (kind) {
            case CHAT -> "You can ask:";
            case REFUSAL -> "It does answer:";
            case ANSWER, SUMMARY -> "Ask next:";
        };
    }

    private void list(Listing listing) {
        if (!listing.lead().isEmpty()) {
            line("", visible(listing.lead()), 0);
        }
        int column = listing.items().stream()
                .map(Listing.ListedItem::date)
                .filter(Objects::nonNull)
                .map(AnswerText::visible)
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST_DATE)
                .max()
                .orElse(0);
        for (Listing.ListedItem item : listing.items()) {
            String words = visible(item.text()) + (item.citations().isEmpty() ? "" : " " + item.marks());
            if (listing.items().stream().allMatch(each -> each.date() == null)) {
                line(BOLD, "- " + words, 2);
                continue;
            }
            String date = item.date() == null ? "" : visible(item.date());
            if (date.length() > column) {
                line(BOLD, date, 0);
                date = "";
            }
            String padded = date + " ".repeat(column - date.length());
            String styled = style.coloured() && !date.isEmpty() ? BOLD + padded + PLAIN : padded;
            text.append(hanging(styled + "  ", words, column + 2)).append(System.lineSeparator());
        }
    }

    private void footnote(Answer answer, Citation citation) {
        end();
        String label = label(answer, citation);
        String place = visible(citation.documentTitle()) + ", paragraph " + citation.paragraph()
                + (citation.page() == null ? "" : ", " + citation.pageInWords());
        String indent = " ".repeat(label.length());
        if (isSaid(answer, citation)) {
            text.append(hanging(label, faint(place), label.length())).append(System.lineSeparator());
        } else {
            text.append(hanging(label, emphasised(citation), label.length())).append(System.lineSeparator());
            text.append(hanging(indent, faint(place), label.length())).append(System.lineSeparator());
        }
        String address = style.address();
        if (address != null) {
            text.append(indent).append(citation.urlAt(address)).append(System.lineSeparator());
        }
    }

    /** Whether the sentence stands in the answer already, letter for letter. */
    private static boolean isSaid(Answer answer, Citation citation) {
        return answer.kind() != Kind.REFUSAL && answer.answerText().contains(citation.citedText());
    }

    /** What stands before a sentence; "The closest is:" has been said already where the answer is uncertain. */
    private static String label(Answer answer, Citation citation) {
        if (answer.reason() == Reason.UNCERTAIN) {
            return "  ";
        }
        return answer.kind() == Kind.REFUSAL ? "closest: " : "[" + citation.index() + "] ";
    }

    private String emphasised(Citation citation) {
        String cited = citation.citedText();
        if (!style.coloured() || citation.answerStartCharIndex() == null) {
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

    private String faint(String words) {
        return style.coloured() ? FAINT + words + PLAIN : words;
    }

    /** Words behind a label, their later lines under the first one. */
    private String hanging(String label, String words, int indent) {
        int width = style.width() == 0 ? 0 : Math.max(20, style.width() - indent);
        String lines = wrapped(words, width, 0);
        return label + String.join(System.lineSeparator() + " ".repeat(indent), List.of(lines.split("\\R")));
    }

    /** On one line, and without control characters: an article must not steer the terminal. */
    private static String visible(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\ufffd");
    }

    private void line(String emphasis, String words, int indent) {
        String lines = wrapped(words, style.width(), indent);
        boolean isStyled = style.coloured() && !emphasis.isEmpty();
        text.append(isStyled ? emphasis + lines + PLAIN : lines).append(System.lineSeparator());
    }

    private void end() {
        text.append(System.lineSeparator());
    }
}
