package dev.footnote.generation;

import java.util.List;

/**
 * A sentence as a model wrote it.
 *
 * @param before the model's white space and list signs before it; empty at the beginning
 * @param text the sentence without markers
 * @param numbers what its markers name, in their order, each once
 */
record DraftSentence(String before, String text, List<Integer> numbers) {

    DraftSentence {
        numbers = List.copyOf(numbers);
    }

    /** The words alone, without Markdown. */
    String plain() {
        return text.replaceAll("\\[([^\\]]{1,200})]\\([^)\\s]{0,1000}\\)", "$1")
                .replaceAll("\\*\\*|__|`|~~|(?<![\\p{L}\\p{N}])[*_]|[*_](?![\\p{L}\\p{N}])", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
