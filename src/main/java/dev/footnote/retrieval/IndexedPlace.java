package dev.footnote.retrieval;

import dev.footnote.english.Sentence;
import dev.footnote.passage.Passage;
import dev.footnote.text.Span;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A passage's place as it is stored: {@code paragraph:start-end,start-end}, one pair a sentence. */
final class IndexedPlace {

    private IndexedPlace() {}

    static String format(Passage passage) {
        return passage.paragraph()
                + passage.sentences().stream()
                        .map(sentence ->
                                sentence.span().start() + "-" + sentence.span().end())
                        .collect(Collectors.joining(",", ":", ""));
    }

    static Passage parse(String place) {
        int colon = place.indexOf(':');
        int paragraph = Integer.parseInt(place.substring(0, colon));
        return new Passage(Stream.of(place.substring(colon + 1).split(","))
                .map(pair -> {
                    int dash = pair.indexOf('-');
                    return new Sentence(
                            new Span(
                                    Integer.parseInt(pair.substring(0, dash)),
                                    Integer.parseInt(pair.substring(dash + 1))),
                            paragraph);
                })
                .toList());
    }
}
