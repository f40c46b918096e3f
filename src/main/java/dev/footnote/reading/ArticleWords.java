package dev.footnote.reading;

import dev.footnote.article.Article;
import dev.footnote.article.Outline;
import dev.footnote.english.ContentWords;
import dev.footnote.english.ProperNouns;
import dev.footnote.english.ShortForms;
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

    private static final Pattern MARKS = Pattern.compile("^#+\\s*|[*_`]");

    private final String title;
    private final String text;
    private final List<Span> paragraphs;
    private final Outline outline;
    private final Map<String, Integer> paragraphsWith = new HashMap<>();
    private final Set<String> words;
    private final Set<String> titleStems;
    private final ShortForms shortForms;
    private final ProperNouns properNouns;

    /** Its names, with all else that it writes with a capital wherever it stands. */
    public ProperNouns properNouns() {
        return properNouns;
    }

    /** The words of an article of whose structure nothing is known. */
    public ArticleWords(String title, String text) {
        this(title, text, Article.outlineOf(text));
    }

    /** Counts the words of an article. */
    public ArticleWords(Article article) {
        this(article.title(), article.text(), article.outline());
    }

    private ArticleWords(String title, String text, Outline outline) {
        this.title = title;
        this.text = text;
        this.outline = outline;
        this.paragraphs = Paragraphs.of(text);
        this.shortForms = ShortForms.of(title + "\n\n" + text);
        this.properNouns = ProperNouns.of(text);
        this.words = new HashSet<>(ContentWords.all(text));
        words.addAll(allWords(text));
        for (Span paragraph : paragraphs) {
            Set.copyOf(stems(paragraph.of(text))).forEach(stem -> paragraphsWith.merge(stem, 1, Integer::sum));
        }
        this.titleStems = Set.copyOf(stems(title));
        titleStems.forEach(stem -> paragraphsWith.putIfAbsent(stem, 1));
        words.addAll(allWords(title));
    }

    /** The stems of a text's words that say something, those of a name also where its short form stands. */
    List<String> stems(String text) {
        return ContentWords.of(shortForms.spelledOut(text));
    }

    /** All words of a text in lower case, those of a name also where its short form stands. */
    List<String> allWords(String text) {
        return ContentWords.all(shortForms.spelledOut(text));
    }

    /** The stems of a question's words that say something, its names as this article writes them. */
    List<String> askedStems(String question) {
        return stems(shortForms.shortened(question));
    }

    /**
     * The names, numbers and codes of a question, in lower case and as this article writes them. In a question without
     * capitals those words are names that this article writes with one.
     */
    List<String> askedNames(String question) {
        String written = shortForms.shortened(question);
        if (written.codePoints().noneMatch(Character::isUpperCase)) {
            written = properNouns.capitalised(written);
        }
        return ContentWords.names(shortForms.spelledOut(written));
    }

    /** A question as it is read with a passage: in the passage's words where it writes a name in another length. */
    String inWordsOf(String passage, String question) {
        return shortForms.inWordsOf(passage, question);
    }

    /** The article's title. */
    public String title() {
        return title;
    }

    /** The stems of the title's words that say something. */
    Set<String> titleStems() {
        return titleStems;
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

    /** Whether a passage is a heading, a term, a question above its answer or a row that names columns, which nothing is read in. */
    public boolean isHeading(Passage passage) {
        return outline.at(startOf(passage))
                .filter(entry -> entry.isName() || entry.role() == Outline.Role.HEADER_ROW)
                .isPresent();
    }

    /** Whether a passage is a row of a table, other than one that names columns. */
    boolean isRow(Passage passage) {
        return outline.at(startOf(passage))
                .filter(entry -> entry.role() == Outline.Role.ROW)
                .isPresent();
    }

    /** The headings, the term or the question above a passage, the outermost first; empty for none. */
    String headingOf(Passage passage) {
        StringBuilder path = new StringBuilder();
        for (Outline.Entry heading : outline.above(startOf(passage))) {
            String words = MARKS.matcher(heading.span().of(text)).replaceAll("").strip();
            // The first paragraph of an article is its title, which is read before every other passage anyway.
            if (heading.span().start() > paragraphs.get(0).start() && !words.equals(title)) {
                path.append(path.length() == 0 ? "" : ": ").append(words);
            }
        }
        return path.toString();
    }

    /** The row that names the columns of the table that a passage is a row of; empty for none. */
    String tableHeadOf(Passage passage) {
        return outline.columnNames(startOf(passage), text).orElse("");
    }

    private int startOf(Passage passage) {
        return paragraphs.get(passage.paragraph() - 1).start();
    }

    /**
     * What is read before a passage because a person sees it above: the article's title, the heading and the first row of
     * the table; ends with a space or a line break, or is empty. Without the title where that has every word of the
     * question: then it says itself what is asked, as those of news do, and draws the reader away from the sentence that
     * says it too.
     */
    public String surroundings(Passage passage, String question) {
        List<String> asked = askedStems(question);
        return passage.paragraph() > 1 && (asked.isEmpty() || !titleStems.containsAll(asked))
                ? above(passage)
                : aboveWithoutTitle(passage);
    }

    /** The title and all that stands above a passage. */
    String above(Passage passage) {
        StringBuilder above = new StringBuilder();
        add(above, title);
        return above.append(aboveWithoutTitle(passage)).toString();
    }

    /** What stands above it, without the title. */
    public String aboveWithoutTitle(Passage passage) {
        StringBuilder seen = new StringBuilder();
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
