package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.passage.Passage;

/**
 * A passage as it goes into the index.
 *
 * @param passage its place in the article
 * @param key names its text and the encoder, as {@link VectorKey} makes it
 * @param vector what the encoder made of its text, of length 1; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a value on its way through, never compared
public record EmbeddedPassage(Passage passage, String key, float[] vector) {

    /** What is encoded of a passage: its words, behind what a person sees above them. */
    public static String encodedText(Passage passage, Article article) {
        String words = passage.span().of(article.text());
        String context = article.outline().context(passage.span().start(), article.text());
        return context.isEmpty() ? words : context + "\n" + words;
    }
}
