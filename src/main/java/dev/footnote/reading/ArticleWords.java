package dev.footnote.reading;

import dev.footnote.english.ContentWords;
import dev.footnote.passage.Passage;
import dev.footnote.text.Paragraphs;
import dev.footnote.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of an article before anything is asked of it: how rare each of its words is in it, and what a person
 * sees above a passage (its heading, the first row of its table). Made once for a revision of an article and kept by
 * whoever asks; immutable.
 */
public final class ArticleWords {

    /** A longer line without an end mark is a sentence of its own, not a heading. */
    private static final int LONGEST_HEADING = 90;

    private static final Pattern ENDED = Pattern.compile("[.!…:;,][\"”’')\\]*_]*$");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+•·]|\\d{1,3}[.)])\\s.*", Pattern.DOTALL);
    private static final Pattern MARKS = Pattern.compile("^#+\\s*|[*_`]");

    private final String title;
    private final String text;
    private final List<Span> paragraphs;
    /** For each paragraph the one that is its heading, or -1. */
    private final int[] headings;

    private final boolean[] isHeading;
    private final Map<String, Integer> paragraphsWith = new HashMap<>();
    private final Set<String> words;

    /**
     * @param title the article's
     * @param text the article's
     */
    public ArticleWords(String title, String text) {
        this.title = title;
        this.text = text;
        this.paragraphs = Paragraphs.of(text);
        this.headings = new int[paragraphs.size()];
        this.isHeading = new boolean[paragraphs.size()];
        this.words = new HashSet<>(ContentWords.all(text));
        int heading = -1;
        for (int i = 0; i < headings.length; i++) {
            String paragraph = paragraphs.get(i).of(text);
            headings[i] = heading;
            isHeading[i] = isHeading(paragraph);
            if (isHeading[i] && i > 0) {
                heading = i;
            }
            Set.copyOf(ContentWords.of(paragraph)).forEach(stem -> paragraphsWith.merge(stem, 1, Integer::sum));
        }
        ContentWords.of(title).forEach(stem -> paragraphsWith.putIfAbsent(stem, 1));
        words.addAll(ContentWords.all(title));
    }

    /** A line that names what follows: marked as a heading, a question, or short and without an end mark. */
    private static boolean isHeading(String paragraph) {
        if (paragraph.startsWith("#")) {
            return true;
        }
        return paragraph.length() <= LONGEST_HEADING
                && paragraph.indexOf('\n') < 0
                && !ENDED.matcher(paragraph).find()
                && !paragraph.startsWith("|")
                && !ITEM.matcher(paragraph).matches();
    }

    /** The article's title. */
    public String title() {
        return title;
    }

    /** The article's text. */
    public String text() {
        return text;
    }

    /** How much a stem says: the rarer in the article, the more; at least 0.1. */
    double weight(String stem) {
        return Math.max(0.1, Math.log((paragraphs.size() + 1.0) / (paragraphsWith.getOrDefault(stem, 0) + 0.5)));
    }

    /** Whether the article has a word of this stem. */
    boolean hasStem(String stem) {
        return paragraphsWith.containsKey(stem);
    }

    /** Whether the article has a word, given in lower case. */
    boolean hasWord(String word) {
        return words.contains(word);
    }

    /** The words of the paragraph that holds a passage. */
    String paragraphOf(Passage passage) {
        return paragraphs.get(passage.paragraph() - 1).of(text);
    }

    /** Whether a passage is a heading or a question above its answer, which nothing is read in. */
    public boolean isHeading(Passage passage) {
        return isHeading[passage.paragraph() - 1];
    }

    /** The heading or question above a passage; empty for none. */
    String headingOf(Passage passage) {
        int heading = headings[passage.paragraph() - 1];
        return heading < 0
                ? ""
                : MARKS.matcher(paragraphs.get(heading).of(text)).replaceAll("").strip();
    }

    /** The first row of the table that a passage is a row of; empty for none. */
    String tableHeadOf(Passage passage) {
        int row = passage.paragraph() - 1;
        if (!isRow(row)) {
            return "";
        }
        int first = row;
        while (first > 0 && isRow(first - 1)) {
            first--;
        }
        return first == row ? "" : paragraphs.get(first).of(text);
    }

    private boolean isRow(int paragraph) {
        return text.charAt(paragraphs.get(paragraph).start()) == '|';
    }

    /**
     * What is read before a passage because a person sees it above: the article's title, the heading and the first row of
     * the table; ends with a space or a line break, or is empty.
     */
    public String surroundings(Passage passage) {
        StringBuilder seen = new StringBuilder();
        if (passage.paragraph() > 1) {
            add(seen, title);
        }
        add(seen, headingOf(passage));
        String head = tableHeadOf(passage);
        if (!head.isEmpty()) {
            seen.append(head).append('\n');
        }
        return seen.toString();
    }

    private static void add(StringBuilder seen, String line) {
        if (!line.isEmpty()) {
            seen.append(line).append(".!?:".indexOf(line.charAt(line.length() - 1)) >= 0 ? " " : ". ");
        }
    }
}
