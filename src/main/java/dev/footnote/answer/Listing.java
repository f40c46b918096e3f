package dev.footnote.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the list that it is: several items of one kind, a timeline, the sentences of a summary. Doors show each item in a line of
 * its own, with its footnotes.
 *
 * @param lead what stands above the items; empty for nothing
 * @param items in their order, two at least
 */
public record Listing(String lead, List<ListedItem> items) {

    /** What the first item of a list begins with that need not be complete. */
    public static final String AT_LEAST = "At least: ";

    /** What may stand between two items of an answer, and behind the last. */
    private static final Pattern BETWEEN = Pattern.compile("[;\\s]*");

    public Listing {
        items = List.copyOf(items);
    }

    /**
     * One line.
     *
     * @param text what it says, without marks
     * @param date in a timeline the words of the article that say when; null otherwise
     * @param citations the {@link Citation#index()} of each citation it stands on
     */
    public record ListedItem(String text, @Nullable String date, List<Integer> citations) {

        public ListedItem {
            citations = List.copyOf(citations);
        }

        /** Its footnotes, such as {@code [1][2]}. */
        public String marks() {
            StringBuilder marks = new StringBuilder();
            citations.forEach(index -> marks.append('[').append(index).append(']'));
            return marks.toString();
        }
    }

    /** The list that an answer is; empty where it is none. */
    public static Optional<Listing> of(Answer answer) {
        boolean isList = answer.form() == Form.LIST
                || answer.form() == Form.TIMELINE
                || (answer.kind() == Kind.SUMMARY && answer.form() == Form.SENTENCES);
        List<Claim> claims = answer.claims();
        if (!isList || claims.size() < 2) {
            return Optional.empty();
        }
        String text = answer.answerText();
        String lead = text.substring(0, claims.get(0).startIndex()).strip();
        List<ListedItem> items = new ArrayList<>();
        int end = claims.get(0).startIndex();
        for (Claim claim : claims) {
            if (claim.startIndex() < end || !isBetween(text, end, claim.startIndex())) {
                return Optional.empty();
            }
            String words = text.substring(claim.startIndex(), claim.endIndex());
            if (items.isEmpty() && words.startsWith(AT_LEAST)) {
                lead = (lead + " " + AT_LEAST).strip();
                words = words.substring(AT_LEAST.length());
            }
            items.add(new ListedItem(words, dateOf(answer, claim), claim.citations()));
            end = claim.endIndex();
        }
        return isBetween(text, end, text.length()) ? Optional.of(new Listing(lead, items)) : Optional.empty();
    }

    private static boolean isBetween(String text, int from, int to) {
        return BETWEEN.matcher(text.substring(from, to)).matches();
    }

    /** The words that the first citation of an event marks, unless they are the whole sentence. */
    private static @Nullable String dateOf(Answer answer, Claim claim) {
        if (answer.form() != Form.TIMELINE || claim.citations().isEmpty()) {
            return null;
        }
        int index = claim.citations().get(0);
        return answer.citations().stream()
                .filter(citation -> citation.index() == index)
                .map(Citation::answerWords)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}
