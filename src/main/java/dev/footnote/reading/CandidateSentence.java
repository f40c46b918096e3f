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
 * A sentence that may answer a question, in the passage in which the reader liked it best.
 *
 * @param source the passage
 * @param at which sentence of the passage it is, from 0
 * @param words its best words, their place counted in the article
 */
public record CandidateSentence(ReadPassage source, int at, ScoredSpan words) {

    /** More candidates never matter: a right sentence is almost always among these. */
    private static final int MOST = 24;

    /** Its place in the article. */
    public Span place() {
        return source.passage().sentences().get(at).span();
    }

    /** Its place counted from the passage's start. */
    Span placeInPassage() {
        return source.inPassage(place());
    }

    /** The text of the sentence. */
    public String text() {
        return place().of(source.article().text());
    }

    /** The text of its best words. */
    public String saidWords() {
        return words.span().of(source.article().text());
    }

    /** The stems of its best words, without those that say nothing by themselves. */
    Set<String> saidStems() {
        return Set.copyOf(ContentWords.of(saidWords()));
    }

    /** The sentence before it in its passage, with its best words; empty for the first. */
    Optional<CandidateSentence> before() {
        return at == 0 ? Optional.empty() : of(source, at - 1);
    }

    /** The sentence after it in its passage, with its best words; empty for the last. */
    Optional<CandidateSentence> after() {
        return at + 1 == source.passage().sentences().size() ? Optional.empty() : of(source, at + 1);
    }

    /** The sentences of all passages, each once, the strongest first; at most 24. */
    static List<CandidateSentence> of(List<ReadPassage> read) {
        record SentencePlace(String articleId, Span sentence) {}
        Map<SentencePlace, CandidateSentence> best = new LinkedHashMap<>();
        for (ReadPassage source : read) {
            for (int at = 0; at < source.passage().sentences().size(); at++) {
                of(source, at)
                        .ifPresent(candidate -> best.merge(
                                new SentencePlace(source.articleId(), candidate.place()),
                                candidate,
                                (one, other) ->
                                        other.words().margin() > one.words().margin() ? other : one));
            }
        }
        List<CandidateSentence> candidates = new ArrayList<>(best.values());
        candidates.sort(Comparator.comparingDouble(CandidateSentence::strength).reversed());
        return List.copyOf(candidates.subList(0, Math.min(MOST, candidates.size())));
    }

    private double strength() {
        return words.margin() + 6 * source.similarity();
    }

    private static Optional<CandidateSentence> of(ReadPassage source, int at) {
        Passage passage = source.passage();
        Span inPassage = source.inPassage(passage.sentences().get(at).span());
        return source.scores()
                .best(inPassage)
                .map(span -> new CandidateSentence(
                        source, at, new ScoredSpan(source.inArticle(span.span()), span.margin())));
    }
}
