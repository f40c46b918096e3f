package dev.footnote.answering;

import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Claim;
import dev.footnote.answer.Evidence;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reply;
import dev.footnote.answer.Support;
import dev.footnote.article.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns a reply into text with footnotes: numbers each place in the order of its first use, puts the markers in, and
 * says where each piece stands. What it tells the listener on the way concatenates to {@link #answer()}.
 */
final class Composition {

    private static final String LIST_SEPARATOR = "; ";
    private static final String SENTENCE_SEPARATOR = " ";

    private final Kind kind;
    private final Links links;
    private final Consumer<AnswerEvent> events;

    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<Place, Citation> citations = new LinkedHashMap<>();

    /** What makes two footnotes one. */
    private record Place(String articleId, Span span) {}

    Composition(Reply reply, Links links, Consumer<AnswerEvent> events) {
        this.kind = reply.kind();
        this.links = links;
        this.events = events;
        reply.pieces().forEach(this::add);
    }

    String answer() {
        return answer.toString();
    }

    String text() {
        return text.toString();
    }

    List<Claim> claims() {
        return claims;
    }

    List<Citation> citations() {
        return List.copyOf(citations.values());
    }

    private void add(Reply.Piece piece) {
        if (text.length() > 0) {
            String separator = kind == Kind.ANSWER ? LIST_SEPARATOR : SENTENCE_SEPARATOR;
            text.append(separator);
            say(separator);
        }
        Span place = new Span(text.length(), text.length() + piece.text().length());
        text.append(piece.text());
        say(piece.text());
        if (kind == Kind.REFUSAL) {
            piece.evidence().forEach(evidence -> cite(evidence, null));
            return;
        }
        List<Integer> numbers = new ArrayList<>();
        StringBuilder markers = new StringBuilder();
        for (Evidence evidence : piece.evidence()) {
            Citation citation = cite(evidence, place);
            if (!numbers.contains(citation.index())) {
                numbers.add(citation.index());
                markers.append('[').append(citation.index()).append(']');
            }
        }
        if (!numbers.isEmpty()) {
            say(" " + markers);
            Evidence best = piece.evidence().get(0);
            claims.add(new Claim(place.start(), place.end(), best.support(), round(best.supportScore()), numbers));
        }
        piece.evidence().forEach(this::tell);
    }

    private void say(String words) {
        answer.append(words);
        events.accept(new AnswerEvent.Delta(words));
    }

    private final List<Integer> told = new ArrayList<>();

    private void tell(Evidence evidence) {
        Citation citation = citations.get(new Place(evidence.article().id(), evidence.place()));
        if (citation != null && !told.contains(citation.index())) {
            told.add(citation.index());
            events.accept(new AnswerEvent.Cited(citation));
        }
    }

    private Citation cite(Evidence evidence, @Nullable Span supported) {
        return citations.computeIfAbsent(
                new Place(evidence.article().id(), evidence.place()),
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
                supported == null ? null : supported.start(),
                supported == null ? null : supported.end(),
                round(evidence.score()),
                supported == null ? Support.UNSUPPORTED : evidence.support(),
                round(evidence.supportScore()),
                links.to(evidence.article(), evidence.place()));
    }

    /** Three digits say all that a fitted probability can. */
    static double round(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }
}
