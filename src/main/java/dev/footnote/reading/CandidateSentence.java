package dev.footnote.reading;

import dev.footnote.english.ContentWords;
import dev.footnote.model.ScoredSpan;
import dev.footnote.passage.Passage;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence that may answer a question, in the passage in which its best words have the highest margin.
 *
 * @param read the passage
 * @param at which sentence of the passage it is, from 0
 * @param words its best words, their place counted in the article
 */
public record CandidateSentence(ReadPassage read, int at, ScoredSpan words) {

    /** More candidates never matter: a right sentence is almost always among these. */
    private static final int MOST = 24;

    /** Its place in the article. */
    public Span place() {
        return read.passage().sentences().get(at).span();
    }

    /** Its place counted from the passage's start. */
    Span placeInPassage() {
        return read.inPassage(place());
    }

    /** The text of the sentence. */
    public String text() {
        return place().of(read.article().text());
    }

    /** The text of its best words. */
    public String saidWords() {
        return words.span().of(read.article().text());
    }

    /** The stems of its best words, without those that say nothing by themselves. */
    Set<String> saidStems() {
        return Set.copyOf(ContentWords.of(saidWords()));
    }

    /** The sentence before it in its passage, with its best words; empty for the first. */
    Optional<CandidateSentence> before() {
        return at == 0 ? Optional.empty() : of(read, at - 1);
    }

    /** The sentence after it in its passage, with its best words; empty for the last. */
    Optional<CandidateSentence> after() {
        return at + 1 == read.passage().sentences().size() ? Optional.empty() : of(read, at + 1);
    }

    /**
     * The sentences of all passages, each once, the strongest first; at most 24. A question of the article, as in an
     * interview or among frequent questions, is none where something stands behind it: that is what answers.
     */
    static List<CandidateSentence> of(List<ReadPassage> passages) {
        record SentencePlace(String articleId, Span sentence) {}
        Map<SentencePlace, CandidateSentence> best = new LinkedHashMap<>();
        for (ReadPassage read : passages) {
            for (int at = 0; at < read.passage().sentences().size(); at++) {
                of(read, at)
                        .filter(candidate -> !candidate.isAnsweredQuestion())
                        .ifPresent(candidate -> best.merge(
                                new SentencePlace(read.articleId(), candidate.place()),
                                candidate,
                                (one, other) ->
                                        other.words().margin() > one.words().margin() ? other : one));
            }
        }
        List<CandidateSentence> candidates = new ArrayList<>(best.values());
        candidates.sort(Comparator.comparingDouble(CandidateSentence::strength).reversed());
        return List.copyOf(candidates.subList(0, Math.min(MOST, candidates.size())));
    }

    private boolean isAnsweredQuestion() {
        String article = read.article().text();
        int last = place().end() - 1;
        while (last > place().start() && isMark(article.charAt(last))) {
            last--;
        }
        int next = place().end();
        while (next < article.length() && isMark(article.charAt(next))) {
            next++;
        }
        return article.charAt(last) == '?' && next < article.length();
    }

    /** White space or a mark of emphasis, as "**May I?**" has them where a text is not read as Markdown. */
    private static boolean isMark(char c) {
        return Character.isWhitespace(c) || c == '*' || c == '_';
    }

    private double strength() {
        return words.margin() + 6 * read.similarity();
    }

    private static Optional<CandidateSentence> of(ReadPassage read, int at) {
        Passage passage = read.passage();
        Span inPassage = read.inPassage(passage.sentences().get(at).span());
        return read.scores()
                .best(inPassage)
                .map(span ->
                        new CandidateSentence(read, at, new ScoredSpan(read.inArticle(span.span()), span.margin())));
    }
}
