package dev.footnote.reading;

import dev.footnote.english.Sentence;
import dev.footnote.english.WordClass;
import dev.footnote.model.ScoredSpan;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of an article that may be the answer.
 *
 * @param source the passage they were read in
 * @param words their place in the article
 * @param margin how much better they are than "no answer here", in logits
 */
record Candidate(RetrievedPassage source, Span words, double margin) {

    /** How much a first place in both ranked lists counts against the reader's margin; measured on the development texts. */
    private static final double RANK_WEIGHT = 4;

    /** Words that name nobody by themselves. */
    private static final Set<String> PRONOUNS = WordClass.union(
            "who which one someone",
            WordClass.THIRD_PERSON,
            WordClass.FIRST_OR_SECOND_PERSON,
            WordClass.DEMONSTRATIVE);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Candidate of(RetrievedPassage source, ScoredSpan span) {
        Span words = span.span().shifted(source.passage().span().start());
        return new Candidate(source, whole(words, source), span.margin());
    }

    /**
     * Takes in the rest of a compound that the words begin or end inside of, "fringe" of "once-fringe": the reader's
     * tokens part at hyphens. Names that a hyphen joins, as in "US-Russian", can stand alone.
     */
    private static Span whole(Span words, RetrievedPassage source) {
        String text = source.article().text();
        Span passage = source.passage().span();
        int start = words.start();
        if (start - 1 > passage.start() && text.charAt(start - 1) == '-') {
            int from = start - 1;
            while (from > passage.start() && Character.isLowerCase(text.charAt(from - 1))) {
                from--;
            }
            boolean isCompound =
                    from < start - 1 && (from == passage.start() || !Character.isLetterOrDigit(text.charAt(from - 1)));
            start = isCompound ? from : start;
        }
        int end = words.end();
        if (end < passage.end() && text.charAt(end) == '-') {
            int to = end + 1;
            while (to < passage.end() && Character.isLowerCase(text.charAt(to))) {
                to++;
            }
            end = to > end + 1 ? to : end;
        }
        return new Span(start, end);
    }

    /** The reader's margin with what retrieval thought of the passage; higher is better. */
    double strength() {
        return margin + RANK_WEIGHT * source.score();
    }

    String text() {
        return words.of(source.article().text());
    }

    /** Whether it only points at a name that stands elsewhere. */
    boolean isPronoun() {
        return PRONOUNS.contains(text().toLowerCase(Locale.ROOT));
    }

    /** The sentences that hold the words, from the first one's start to the last one's end. */
    Span sentences() {
        List<Span> touched = source.passage().sentences().stream()
                .map(Sentence::span)
                .filter(sentence -> sentence.overlaps(words))
                .toList();
        return touched.isEmpty()
                ? words
                : new Span(
                        touched.get(0).start(), touched.get(touched.size() - 1).end());
    }

    /** Whether both say the same: the words of one are among those of the other, as "Trump" and "President Trump". */
    boolean saysTheSameAs(Candidate other) {
        Set<String> mine = wordsOf(text());
        Set<String> theirs = wordsOf(other.text());
        return !mine.isEmpty() && !theirs.isEmpty() && (mine.containsAll(theirs) || theirs.containsAll(mine));
    }

    /** Whether both stand in the same sentence of the same article. */
    boolean sharesSentenceWith(Candidate other) {
        return source.article().id().equals(other.source.article().id())
                && sentences().overlaps(other.sentences());
    }

    private static Set<String> wordsOf(String text) {
        return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !WordClass.ARTICLE.contains(word))
                .collect(Collectors.toSet());
    }
}
