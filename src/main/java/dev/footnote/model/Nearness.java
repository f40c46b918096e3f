package dev.footnote.model;

/**
 * From which likeness on texts or words count as near one another: cosines of what {@link Encoder} makes of them. Those to
 * example phrases of what a question may want are in {@code intent.Thresholds}. The parameters in {@code embeddings/} were
 * fitted with the first two as they are; to change one is to fit again.
 *
 * <p>What is said of each was measured by {@code ./mvnw test -Dtest=ThresholdFigures}: words and sentences on 917 questions
 * of {@code src/test/resources}, evenly spread, each with a sentence that answers it and another sentence of the same
 * article; claims on {@code claims-dev.json}.
 */
public final class Nearness {

    /**
     * A word of a question means nearly the same as one of a sentence. Of the words that another sentence does not have,
     * none of 2,634 came so near to one of its words (half stay below 0.38, 95 % below 0.52). Of those that the sentence that
     * answers does not have, 1 % do, half are at 0.53; of those that it has, 41 % do, half are at 0.78. So little is beyond
     * that it is a measure of what is missing rather than a border.
     */
    public static final double WORD_OF_QUESTION = 0.8;

    /**
     * A word of a claim means nearly the same as one of a sentence. Of the words that the sentence does not have, 9 % of 43 in supported claims come so near, half are at 0.78, and 4 %
     * of 49 in others, half at 0.62; of those that it has, 68 % of 117 and 57 % of 83.
     */
    public static final double WORD_OF_CLAIM = 0.85;

    /**
     * The likeness to its question that a sentence is given which was found for sure: that of a very good find. Of the
     * sentences that answer, half are at 0.59, the best 5 % from 0.74 on; of other sentences none is above 0.69.
     */
    public static final double GOOD_FIND = 0.75;

    /**
     * A sentence that is this near a question may be shown as the closest one. Of the sentences that answer, 10 % are below
     * 0.46 and 25 % below 0.53; of other sentences of the article 90 % are below 0.51.
     */
    public static final double CLOSEST_SENTENCE = 0.5;

    private Nearness() {}
}
