package dev.footnote.openai;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Claim;
import dev.footnote.answer.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as the text of a chat program: the answer with its markers, below it the footnotes, each with its sentence and
 * a link. All places count UTF-16 code units, ends are exclusive.
 *
 * @param answer the answer with its markers
 * @param footnotes what follows it; empty where there are none
 * @param annotations the links, by their place in the two together
 */
record CompletionContent(String answer, String footnotes, List<UrlAnnotation> annotations) {

    private static final String BEFORE = "\n\n";

    CompletionContent {
        annotations = List.copyOf(annotations);
    }

    /**
     * An annotation: its place holds the marker of a footnote.
     *
     * @param start where that begins in the content
     * @param end where it ends
     * @param citation the footnote
     * @param url its link, absolute
     */
    record UrlAnnotation(int start, int end, Citation citation, String url) {

        /** The same, that much further on. */
        UrlAnnotation shifted(int by) {
            return new UrlAnnotation(start + by, end + by, citation, url);
        }
    }

    /**
     * The text of an answer.
     *
     * @param withFootnotes whether the footnotes stand below it
     * @param server the address that relative links lead to
     */
    static CompletionContent of(Answer answer, boolean withFootnotes, String server) {
        List<UrlAnnotation> annotations = new ArrayList<>(inAnswer(answer, server));
        StringBuilder footnotes = new StringBuilder();
        if (withFootnotes) {
            for (Citation citation : answer.citations()) {
                String url = citation.urlAt(server);
                footnotes.append(footnotes.isEmpty() ? BEFORE : "\n");
                int start = answer.answer().length() + footnotes.length();
                String label = answer.kind() == Kind.REFUSAL ? "Closest:" : marker(citation.index());
                footnotes
                        .append(label)
                        .append(" “")
                        .append(onOneLine(citation.citedText()))
                        .append("” – [")
                        .append(onOneLine(citation.documentTitle()).replaceAll("[\\[\\]]", ""))
                        .append("](")
                        .append(url)
                        .append(')');
                annotations.add(new UrlAnnotation(start, start + label.length(), citation, url));
            }
        }
        return new CompletionContent(answer.answer(), footnotes.toString(), annotations);
    }

    String text() {
        return answer + footnotes;
    }

    /** The markers in the answer: each claim is followed by a space and its own. */
    private static List<UrlAnnotation> inAnswer(Answer answer, String server) {
        List<UrlAnnotation> annotations = new ArrayList<>();
        int markersBefore = 0;
        for (Claim claim : answer.claims()) {
            int at = claim.endIndex() + markersBefore;
            if (!claim.citations().isEmpty()) {
                at++;
                for (int index : claim.citations()) {
                    String marker = marker(index);
                    Citation citation = answer.citations().get(index - 1);
                    annotations.add(new UrlAnnotation(at, at + marker.length(), citation, citation.urlAt(server)));
                    at += marker.length();
                }
            }
            markersBefore = at - claim.endIndex();
        }
        return annotations;
    }

    private static String marker(int index) {
        return "[" + index + "]";
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
