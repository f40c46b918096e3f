package dev.footnote.model;

import dev.footnote.text.Span;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text in their order, each with a vector of what it means where it stands.
 *
 * @param words runs of letters and digits; what lies beyond the encoder's longest input has none
 */
public record EncodedWords(List<EncodedWord> words) {

    /**
     * A word.
     *
     * @param text as it is written
     * @param span its place in the text, in UTF-16 code units, end exclusive
     * @param vector {@link Encoder#DIMENSION} numbers of length 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record EncodedWord(String text, Span span, float[] vector) {}

    public EncodedWords {
        words = List.copyOf(words);
    }

    /** The words that lie wholly within a place. */
    public EncodedWords within(Span place) {
        return new EncodedWords(words.stream()
                .filter(word ->
                        place.start() <= word.span().start() && word.span().end() <= place.end())
                .toList());
    }

    /** How like a word of another text the likeliest of these is: the cosine of both, at least 0; 0 if there is none. */
    public double nearest(EncodedWord word) {
        double nearest = 0;
        for (EncodedWord each : words) {
            nearest = Math.max(nearest, Similarity.cosine(word.vector(), each.vector()));
        }
        return nearest;
    }

    /** How alike two texts are as wholes: the cosine of the sums of their words, -1 to 1; 0 where one has none. */
    public double likeness(EncodedWords other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        float[] own = sum();
        float[] others = other.sum();
        double lengths = Math.sqrt(Similarity.cosine(own, own) * Similarity.cosine(others, others));
        return lengths == 0 ? 0 : Similarity.cosine(own, others) / lengths;
    }

    private float[] sum() {
        float[] sum = new float[words.get(0).vector().length];
        for (EncodedWord word : words) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += word.vector()[i];
            }
        }
        return sum;
    }

    /**
     * Joins the tokens of one word; its vector is the mean of theirs.
     *
     * @param hidden the last layer: [tokens + 2, {@link Encoder#DIMENSION}], the first and the last of no token
     */
    static EncodedWords of(String text, Tokens tokens, FloatBuffer hidden) {
        List<EncodedWord> words = new ArrayList<>();
        float[] token = new float[Encoder.DIMENSION];
        int at = 0;
        while (at < tokens.size()) {
            Span span = tokens.span(at);
            if (!Character.isLetterOrDigit(text.codePointAt(span.start()))) {
                at++;
                continue;
            }
            int end = span.start();
            float[] sum = new float[Encoder.DIMENSION];
            do {
                hidden.get((at + 1) * Encoder.DIMENSION, token);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += token[i];
                }
                end = tokens.span(at).end();
                at++;
            } while (at < tokens.size()
                    && tokens.span(at).start() == end
                    && Character.isLetterOrDigit(text.codePointAt(end)));
            Span word = new Span(span.start(), end);
            words.add(new EncodedWord(word.of(text), word, Encoder.normalise(sum)));
        }
        return new EncodedWords(words);
    }
}
