package dev.footnote.passage;

import dev.footnote.english.Sentence;
import dev.footnote.text.Span;
import java.util.List;

/**
 * A run of whole sentences of one paragraph: what is indexed, found and read.
 *
 * @param sentences in their order; at least one
 */
public record Passage(List<Sentence> sentences) {

    public Passage {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("A passage has at least one sentence");
        }
    }

    /** From the first sentence's start to the last one's end. */
    public Span span() {
        return new Span(
                sentences.get(0).span().start(),
                sentences.get(sentences.size() - 1).span().end());
    }

    /** The article's paragraph that holds it, from 1. */
    public int paragraph() {
        return sentences.get(0).paragraph();
    }
}
