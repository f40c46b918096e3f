package dev.footnote.application;

import dev.footnote.answer.Citation;
import java.util.List;

/**
 * What an article says that somebody said.
 *
 * @param speaker as the article names him, with the most words
 * @param sentences each a footnote to itself, in the article's order, numbered through all speakers
 */
public record SpokenSentences(String speaker, List<Citation> sentences) {

    public SpokenSentences {
        sentences = List.copyOf(sentences);
    }
}
