package dev.footnote.application;

import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Claim;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Support;
import dev.footnote.engine.CheckedSentence;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an engine says into text with footnotes, piece by piece: numbers each place in the order of its first use,
 * puts the markers in, and says where each piece stands. What it tells the listener on the way, since the last reset,
 * concatenates to {@link #answer()}.
 */
public final class Composition {

    private final Links links;
    private final Consumer<AnswerEvent> events;

    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<CitedPassage, Citation> citations = new LinkedHashMap<>();

    /** What a footnote stands for: equal ones share a number. */
    private record CitedPassage(String articleId, Span span) {}

    Composition(Links links, Consumer<AnswerEvent> events) {
        this.links = links;
        this.events = events;
    }

    /** All that was said is void; it begins anew. */
    void reset() {
        if (answer.length() > 0) {
            answer.setLength(0);
            text.setLength(0);
            claims.clear();
            citations.clear();
            events.accept(new AnswerEvent.Reset());
        }
    }

    /** A whole reply: items, or sentences, each with its markers; of a refusal the sentence alone. */
    void add(Reply reply) {
        String separator = reply.separator();
        for (Reply.Piece piece : reply.pieces()) {
            Span place = say(text.length() == 0 ? "" : separator, piece.text());
            if (reply.kind() == Kind.REFUSAL) {
                piece.evidence().forEach(evidence -> cite(evidence, null));
            } else if (!piece.evidence().isEmpty()) {
                Evidence best = piece.evidence().get(0);
                claim(place, best.support(), best.supportScore(), piece.evidence());
            }
        }
    }

    /** A sentence of a language model, which is a claim whether it cites something or not. */
    void add(CheckedSentence sentence) {
        Span place = say(sentence.before(), sentence.text());
        claim(place, sentence.support(), sentence.supportScore(), sentence.evidence());
    }

    String answer() {
        return answer.toString();
    }

    String text() {
        return text.toString();
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    List<Citation> citations() {
        return List.copyOf(citations.values());
    }

    /** Says what separates words from those before them, then the words; returns where these stand. */
    private Span say(String separator, String words) {
        text.append(separator);
        Span place = new Span(text.length(), text.length() + words.length());
        text.append(words);
        tell(separator);
        tell(words);
        return place;
    }

    private void claim(Span place, Support support, double score, List<Evidence> evidence) {
        Set<Integer> numbers = new LinkedHashSet<>();
        List<Citation> fresh = new ArrayList<>();
        for (Evidence each : evidence) {
            int before = citations.size();
            Citation citation = cite(each, place);
            numbers.add(citation.index());
            if (citations.size() > before) {
                fresh.add(citation);
            }
        }
        if (!numbers.isEmpty()) {
            tell(numbers.stream().map(number -> "[" + number + "]").collect(Collectors.joining("", " ", "")));
        }
        claims.add(new Claim(place.start(), place.end(), support, round(score), List.copyOf(numbers)));
        fresh.forEach(citation -> events.accept(new AnswerEvent.Cited(citation)));
    }

    private void tell(String content) {
        if (!content.isEmpty()) {
            answer.append(content);
            events.accept(new AnswerEvent.Delta(content));
        }
    }

    private Citation cite(Evidence evidence, @Nullable Span supported) {
        return citations.computeIfAbsent(
                new CitedPassage(evidence.article().id(), evidence.place()),
                place -> citation(citations.size() + 1, evidence, supported, links));
    }

    /** The footnote for a place; {@code supported} is the part of what is said, null in a refusal. */
    static Citation citation(int index, Evidence evidence, @Nullable Span supported, Links links) {
        Span words = evidence.words();
        return new Citation(
                index,
                evidence.article().id(),
                evidence.article().title(),
                evidence.place().of(evidence.article().text()),
                evidence.place().start(),
                evidence.place().end(),
                words == null ? null : words.start(),
                words == null ? null : words.end(),
                evidence.paragraph(),
                evidence.article().pageAt(evidence.place().start()),
                pageEnd(evidence),
                supported == null ? null : supported.start(),
                supported == null ? null : supported.end(),
                round(evidence.score()),
                supported == null ? Support.UNSUPPORTED : evidence.support(),
                round(evidence.supportScore()),
                links.to(evidence.article(), evidence.place()));
    }

    /** The page on which the place ends, where that is not the one on which it begins. */
    private static @Nullable Integer pageEnd(Evidence evidence) {
        Integer first = evidence.article().pageAt(evidence.place().start());
        Integer last = evidence.article().pageAt(Math.max(0, evidence.place().end() - 1));
        return Objects.equals(first, last) ? null : last;
    }

    /** Three digits say all that a fitted probability can. */
    static double round(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }
}
