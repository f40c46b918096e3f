package dev.footnote.engine;

import org.jspecify.annotations.Nullable;

/** What a question wants, and so how it is answered. */
public sealed interface Route {

    /**
     * It is answered already, without reading and as well as any engine could: small talk, a count, a place in the
     * article, what the file says of itself.
     */
    record Known(Reply reply) implements Route {}

    /**
     * It wants an overview of an article, or all that mentions a name. The extractive engine says the sentences as they
     * stand; a generative one writes from them.
     *
     * @param sentences each with its place
     */
    record Overview(Reply sentences) implements Route {}

    /**
     * It doubts the answer before ("Are you sure?"), which is found once more and explained.
     *
     * @param doubted the question that was answered
     * @param route that question's own
     */
    record Reconsider(Inquiry doubted, Route route) implements Route {}

    /**
     * It is to be read for.
     *
     * @param vector the encoder's vector of the question, {@link dev.footnote.model.Encoder#DIMENSION} numbers
     * @param otherwise what is said where reading finds no answer; null where that is a plain refusal
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(float[] vector, @Nullable Reply otherwise) implements Route {}
}
