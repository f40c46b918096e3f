package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.passage.Passage;
import dev.footnote.text.FoldedText;
import java.util.stream.Collectors;

/**
 * The words by which a passage is found, folded: they are compared without regard to how their letters are encoded.
 *
 * @param text the passage's own
 * @param above those of the headings above it
 */
record IndexedWords(String text, String above) {

    /** What a word of a heading counts beside one of the passage below it. */
    static final float ABOVE_WEIGHT = 0.3f;

    static IndexedWords of(Passage passage, Article article) {
        return new IndexedWords(
                FoldedText.of(passage.span().of(article.text())).text(),
                article.outline().above(passage.span().start()).stream()
                        .map(entry ->
                                FoldedText.of(entry.span().of(article.text())).text())
                        .collect(Collectors.joining("\n")));
    }
}
